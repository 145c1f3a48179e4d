/** The command line: the contract's procedures from a terminal. */
import { runCli } from './cli/run.ts';

// A reader that has seen enough (`| head`) is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
