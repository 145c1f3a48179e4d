/** Required before a program's own code: its clock starts at MAILLAGE_TEST_CLOCK and runs on from there. Only tests start anything with it. */
const RealDate = Date;
const ahead = RealDate.parse(process.env.MAILLAGE_TEST_CLOCK) - RealDate.now();
const now = () => RealDate.now() + ahead;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }

  static now() {
    return now();
  }
};
