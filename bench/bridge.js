// `npm run bench:bridge` starts here.
import { run } from "../tools/bundle.js";

await run("bench/bridge/main.ts");
