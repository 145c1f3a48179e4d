/** Chooses the fresh seed of a run of tests, one for all its files, and prints it before the first of them (Vitest's global set-up). */

/** `MAILLAGE_SEED` when it is given, to try a seed again; else any. The processes of the run inherit it. */
export function chooseSeed(): void {
  process.env['MAILLAGE_SEED'] ??= String(Math.floor(Math.random() * 2_147_483_647));
}

export function setup(): void {
  console.log(`Fresh seed of the properties: MAILLAGE_SEED=${process.env['MAILLAGE_SEED'] ?? ''}`);
}
