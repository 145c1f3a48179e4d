/** Time-ordered identifiers (UUID version 7, RFC 9562), monotonic within one process. */

let lastTime = 0;
let counter = 0;

/**
 * A new UUIDv7 in its 36-character text form. Two ids made one after the other in one process sort in that order, even in
 * the same millisecond (12-bit counter, carried into the time when it overflows).
 */
export function newId(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    counter = Math.floor(Math.random() * 0x400);
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastTime += 1;
      counter = 0;
    }
  }
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  let tail = '';
  for (const byte of random) tail += byte.toString(16).padStart(2, '0');
  const time = lastTime.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
