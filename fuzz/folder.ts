/** Where the fuzzer's own files lie. */

/** The folder of the fuzzer; `run.js` puts the path in when it bundles, since the bundle lies elsewhere. */
export const folder: string = import.meta.dirname;
