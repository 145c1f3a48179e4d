/** Sites: by code, else by name and place; located from their address when they bring no coordinates. */
import { fold } from '#shared/base/fold.ts';
import { statusByDates, type SiteDates } from '#shared/sites/standing.ts';
import { splitCity } from '#shared/import/codes.ts';
import { locateSite } from '../../geo/locate-site.ts';
import { siteSearchKey } from '../../domain/sites/search-key.ts';
import { codeIndex, keyMap, lines, takenCodes, type Found, type KeyMap } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import { emptySite, territoryReferences } from '../../engines/intake/references.ts';
import { countryUnknown } from '../../engines/intake/types.ts';
import type { Decision, Judge, JudgeContext, ReadRow, Stored } from '../../engines/intake/types.ts';

const plain = [
  'name',
  'kind',
  'status',
  'address',
  'postcode',
  'city',
  'country',
  'headcount',
  'openedOn',
  'closedOn',
  'notes',
];

const searchKey = (row: Stored): string => siteSearchKey(row as never);

/** A report tells positions to so many decimals, about a metre. */
const near = 1e-5;
const isSamePlace = (before: Stored, after: Stored): boolean =>
  ['lat', 'lon'].every(
    (axis) => typeof before[axis] === 'number' && Math.abs(Number(before[axis]) - Number(after[axis])) < near,
  );

export function judgeSites(context: JudgeContext): Judge {
  const territories = territoryReferences(context);
  const read = byId(context, 'sites');
  const existing = context.raw.prepare('select id, code, name, postcode, city from sites').all() as {
    id: string;
    code: string;
    name: string;
    postcode: string | null;
    city: string | null;
  }[];
  const codes = codeIndex(existing);
  const taken = takenCodes(existing);
  const placeKey = (name: string, postcode: unknown, city: unknown): string =>
    `${fold(name)}|${String(postcode ?? '') || fold(String(city ?? ''))}`;
  /** Names and places as the rows judged so far leave them: a name that another row takes away finds nothing, now as the next time. */
  const standing = new Map(existing.map((row) => [row.id, row as Stored]));
  let byName: { places: KeyMap; names: KeyMap } | null = null;
  const named = (): { places: KeyMap; names: KeyMap } => {
    if (byName !== null) return byName;
    byName = { places: keyMap(), names: keyMap() };
    for (const [id, row] of standing) {
      byName.places.add(placeKey(String(row['name']), row['postcode'], row['city']), id);
      byName.names.add(fold(String(row['name'])), id);
    }
    return byName;
  };
  const keyed = ['id', 'code'].some((field) => context.columnOf(field) !== null);
  const claimed = lines();
  const touched = lines();
  let lastNumber = existing.reduce((most, row) => Math.max(most, Number(/^S-(\d{1,9})$/.exec(row.code)?.[1] ?? 0)), 0);
  const country = context.raw.prepare('select country from organisation').pluck().get() as string;

  const match = (row: ReadRow): { found: Found; key: string; field: string } => {
    const { id, code, name, postcode, city } = row.values;
    if (id !== undefined)
      return { found: read(String(id)) === undefined ? null : { id: String(id) }, key: `i${String(id)}`, field: 'id' };
    if (code !== undefined) return { found: codes.find(String(code)), key: `c${String(code)}`, field: 'code' };
    if (name === undefined) return { found: null, key: '', field: 'name' };
    const located = postcode !== undefined || city !== undefined;
    const key = located ? placeKey(String(name), postcode, city) : fold(String(name));
    const id2 = located ? named().places.get(key) : named().names.get(key);
    return {
      found: id2 === undefined ? null : id2 === 'ambiguous' ? 'ambiguous' : { id: id2 },
      key: `n${key}`,
      field: 'name',
    };
  };

  /** The next free number: another row of the file may hold one that looks made up. */
  const madeUpCode = (): string => {
    for (;;) {
      lastNumber += 1;
      const code = `S-${String(lastNumber).padStart(4, '0')}`;
      if (taken.take(code, null)) return code;
    }
  };

  /** A status that the dates of the file gainsay: proposed, and left to the user. */
  const noteDates = (row: ReadRow, after: Stored): void => {
    const dated = statusByDates(after as unknown as SiteDates, context.today);
    const field = dated === 'closed' ? 'closedOn' : 'openedOn';
    if (dated !== null && row.values[field] !== undefined) context.note(field, 'statusAgainstDate', row.line);
  };

  const create = (row: ReadRow, values: Stored, takeTerritory: () => void): Decision => {
    const name = String(row.values['name']);
    const code = row.values['code'] === undefined ? madeUpCode() : String(row.values['code']);
    if (row.values['code'] === undefined) context.note('code', 'codeMadeUp', row.line);
    else if (!taken.take(code, null)) return rejected(name, 'code', 'codeTaken');
    takeTerritory();
    const site = { ...emptySite, country, ...values, code };
    const dated = statusByDates(site as unknown as SiteDates, context.today);
    if (dated !== null && values['status'] === undefined) {
      site.status = dated;
      context.note(dated === 'closed' ? 'closedOn' : 'openedOn', 'statusFromDate', row.line);
    } else noteDates(row, site);
    const placed =
      row.values[countryUnknown] === undefined
        ? locateSite(context.resources, site as never)
        : { lat: site.lat, lon: site.lon, accuracy: site.accuracy };
    if (site.lat === null)
      context.note(
        null,
        placed.lat === null ? 'placeUnknown' : placed.accuracy === 'department' ? 'locatedRoughly' : 'located',
        row.line,
      );
    const id = insert(context, 'sites', { ...site, ...placed, searchKey: searchKey({ ...site }) });
    touched.claim(id, row.line);
    if (byName === null) standing.set(id, site);
    return { status: 'created', name, changes: [] };
  };

  const change = (row: ReadRow, before: Stored, values: Stored, isPlaceable: boolean): Decision => {
    // A place worked out from the address that comes back as it was told is not one that someone measured.
    if (isSamePlace(before, values)) for (const field of ['lat', 'lon', 'accuracy']) delete values[field];
    const after: Stored = { ...before, ...values };
    noteDates(row, after);
    if (byName === null) standing.set(String(before['id']), after);
    const readdressed = ['postcode', 'city', 'country'].some((field) => after[field] !== before[field]);
    // A place known exactly stays; one derived from the address follows the address.
    const placed: Stored =
      isPlaceable && values['lat'] === undefined && readdressed && before['accuracy'] !== 'site'
        ? { ...locateSite(context.resources, { ...after, lat: null, lon: null, accuracy: null } as never) }
        : {};
    return update(
      context,
      'sites',
      before,
      { ...values, ...placed },
      { searchKey: searchKey(after) },
      String(after['name']),
    );
  };

  return {
    judge: (row) => {
      const name = String(row.values['name'] ?? row.values['code'] ?? '');
      const both =
        row.values['id'] === undefined && typeof row.values['city'] === 'string' ? splitCity(row.values['city']) : null;
      if (both !== null && (row.values['postcode'] === undefined || row.values['postcode'] === both.postcode)) {
        context.note('city', 'citySplit', row.line, {
          from: String(row.values['city']),
          to: `${both.postcode} · ${both.city}`,
        });
        Object.assign(row.values, both);
      }
      // A row that names its record exactly goes before one that is only matched, wherever they stand: the order would decide otherwise.
      const { id, code } = row.values;
      if (keyed && id === undefined && code === undefined && !row.last) return { status: 'later', name, problems: [] };
      const { found, key, field } = match(row);
      if (found !== null && found !== 'ambiguous' && found.note !== undefined && !row.last)
        return { status: 'later', name, problems: [] };
      if (found === 'ambiguous') return rejected(name, field, 'matchAmbiguous');
      if (key === '') return rejected(name, 'name', 'required');
      const first = claimed.claim(key, row.line);
      if (first !== null) return rejected(name, field, 'duplicateInFile', { line: first });
      const values: Stored = given(row, plain);
      let takeTerritory: () => void = () => undefined;
      if (row.values['territory'] !== undefined) {
        const territory = territories.resolve('territory', String(row.values['territory']), row.line);
        if ('reason' in territory) return rejected(name, 'territory', territory.reason);
        values['territoryId'] = territory.id;
        takeTerritory = territory.take;
      }
      if (row.values['lat'] !== undefined)
        Object.assign(values, { lat: row.values['lat'], lon: row.values['lon'], accuracy: 'site' });
      const [opened, closed] = [values['openedOn'], values['closedOn']];
      const held = found === null ? undefined : read(found.id);
      const redated = held === undefined || held['openedOn'] !== opened || held['closedOn'] !== closed;
      if (redated && typeof opened === 'string' && typeof closed === 'string' && closed < opened)
        return rejected(name, 'closedOn', 'dateOrder');
      if (found === null) {
        if (context.input.updateOnly) return rejected(name, field, 'notThereYet');
        if (row.values['name'] === undefined) return rejected(name, field, 'noMatch');
        return field === 'id' ? rejected(name, 'id', 'noMatch') : create(row, values, takeTerritory);
      }
      const other = touched.claim(found.id, row.line);
      if (other !== null) return rejected(name, field, 'sameRecordInFile', { line: other });
      if (found.note !== undefined)
        context.note(field, found.note, row.line, { from: String(row.values['code']), to: found.code ?? '' });
      const before = read(found.id);
      if (before === undefined) return rejected(name, field, 'noMatch');
      if (field !== 'code' && !taken.take(row.values['code'], before['code']))
        return rejected(name, 'code', 'codeTaken');
      takeTerritory();
      return change(
        row,
        before,
        field === 'code' || row.values['code'] === undefined ? values : { ...values, code: String(row.values['code']) },
        row.values[countryUnknown] === undefined,
      );
    },
  };
}
