// `npm run fuzz` and `npm run sabotage` start here; the first argument is the runner: `main.ts` or `sabotage.ts`.
import { run } from "../tools/bundle.js";

const [runner = "main.ts"] = process.argv.splice(2, 1);
await run(`fuzz/${runner}`);
