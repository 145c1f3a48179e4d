/** The command line: the contract's procedures from a terminal. */
import { isInApp } from './cli/input.ts';
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
  // A process of the packaged app waits for more to do until it is told to end; what was said goes out first.
  if (isInApp) process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
});
