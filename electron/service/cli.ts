/** The command line: the contract's procedures from a terminal. */
import { runCli } from './cli/run.ts';

void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
