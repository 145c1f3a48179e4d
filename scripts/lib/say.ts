/** One plain line for whoever runs a script. */
export function say(text: string): void {
  console.log(`maillage: ${text}`);
}

/** Ends the script with a reason and what to do. */
export function giveUp(text: string): never {
  console.error(`maillage: ${text}`);
  process.exit(1);
}
