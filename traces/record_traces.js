// `npm run traces:record` starts here.
import { run } from "../tools/bundle.js";

await run("traces/recorder/main.ts");
