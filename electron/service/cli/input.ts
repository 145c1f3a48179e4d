/** The standard input of a command, whole: from the terminal's pipe, or handed over by the shell that started it. */

interface ParentPort {
  on: (event: 'message', handler: (event: { data: StdinPiece }) => void) => void;
}

/** What the packaged app passes on: its child has no standard input of its own. Null is the end. */
export interface StdinPiece {
  stdin: Uint8Array | null;
}

const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

/** Whether the command runs inside the packaged app, in a process that does not end by itself. */
export const isInApp = parentPort !== undefined;

// Listened to from the start: what comes before anybody asks must not be lost.
const handedOver: Promise<string> | null =
  parentPort === undefined
    ? null
    : new Promise((done) => {
        const pieces: Uint8Array[] = [];
        parentPort.on('message', ({ data }) => {
          if (data.stdin === null) done(Buffer.concat(pieces).toString('utf8'));
          else pieces.push(data.stdin);
        });
      });

/** Everything that comes, however slowly and however much: a pipe that has nothing to give yet is not at its end. */
export async function standardInput(): Promise<string> {
  if (handedOver !== null) return handedOver;
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
