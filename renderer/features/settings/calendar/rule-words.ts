/** The rule of a day in words, and the small words that its form offers: months, weekdays, ordinals. */
import { dayText, localeOf } from '#shared/base/locale.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/base/days.ts';
import type { DayRule } from '#shared/calendar/rules.ts';
import type { Choice } from '../../../lib/choices.ts';

export interface RuleWords {
  /** `troisième jeudi de novembre`, `semaine du 20 novembre`, `1er octobre, 31 jours`. */
  rule: (rule: DayRule) => string;
  months: Choice[];
  weekdays: Choice[];
  ordinals: Choice[];
}

/** Any leap year: 29 February has a name too. */
const leapYear = 2024;

export function useRuleWords(): RuleWords {
  const { t, i18n } = useTranslation('calendar');
  return useMemo(() => {
    const locale = localeOf(i18n.language);
    const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    const monthName = (value: number): string => month.format(new Date(Date.UTC(leapYear, value - 1, 1)));
    // 5 January 1970 was a Monday.
    const weekdayName = (value: number): string => weekday.format(new Date(Date.UTC(1970, 0, 4 + value)));
    const ofMonth = (value: number): string => {
      const name = monthName(value);
      return locale === 'en-GB' ? `of ${name}` : /^[aeiouâéô]/.test(name) ? `d’${name}` : `de ${name}`;
    };
    const dayOfMonth = (value: number, day: number): string => {
      return dayText(dateOf(leapYear, value, day), i18n.language, false);
    };
    const ordinal = (value: number): string => t(`rule.nth.${String(value) as '1'}`);
    const bare = (rule: DayRule): string => {
      switch (rule.kind) {
        case 'fixed':
          return dayOfMonth(rule.month, rule.day);
        case 'weekday':
          return t('rule.weekdayOf', {
            nth: ordinal(rule.nth),
            weekday: weekdayName(rule.weekday),
            month: ofMonth(rule.month),
          });
        case 'onOrAfter':
          return t('rule.onOrAfter', { weekday: weekdayName(rule.weekday), day: dayOfMonth(rule.month, rule.day) });
        case 'weekOf':
          return t('rule.weekOf', { day: dayOfMonth(rule.month, rule.day) });
        case 'easter':
          return rule.offset === 0
            ? t('rule.easterDay')
            : t(rule.offset > 0 ? 'rule.afterEaster' : 'rule.beforeEaster', { count: Math.abs(rule.offset) });
        case 'dates':
          return t('rule.dates', { count: rule.dates.length });
      }
    };
    const choices = (count: number, name: (value: number) => string): Choice[] =>
      Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: name(index + 1) }));
    return {
      rule: (rule) => {
        const usual = rule.kind === 'weekOf' ? 7 : 1;
        return rule.length === usual ? bare(rule) : t('rule.lasting', { rule: bare(rule), count: rule.length });
      },
      months: choices(12, monthName),
      weekdays: choices(7, weekdayName),
      ordinals: [1, 2, 3, 4, 5, -1].map((value) => ({ value: String(value), label: ordinal(value) })),
    };
  }, [t, i18n.language]);
}
