/** The name of a contract's field in the user's language; a field without a name of its own goes by its code. */
import i18next from 'i18next';

export function fieldName(path: string): string {
  const key =
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .pop() ?? path;
  return i18next.exists(`fields:${key}`) ? i18next.t(`fields:${key as 'name'}`) : path;
}
