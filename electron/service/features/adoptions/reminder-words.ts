/** What a relance says to the ambassadors of sites that have not answered, in their language. */
import { dayText } from '#shared/base/locale.ts';
import type { Language } from '#shared/base/common.ts';

interface AskedCampaign {
  title: string;
  startDate: string;
  endDate: string;
}

interface ReminderWords {
  subject: (campaigns: AskedCampaign[]) => string;
  /** `message`: the campaign's own words, when there is one campaign and it has some. */
  body: (campaigns: AskedCampaign[], message: string | null, organisation: string) => string;
}

const frDay = (date: string): string => dayText(date, 'fr');
const enDay = (date: string): string => dayText(date, 'en');

const joined = (parts: (string | null)[]): string => parts.filter((part) => part !== null).join('\n\n');

export const reminderWords: Record<Language, ReminderWords> = {
  fr: {
    subject: (campaigns) =>
      campaigns.length === 1
        ? `${campaigns[0]?.title ?? ''}\u00a0: la réponse de votre site`
        : 'Les campagnes RSE qui attendent la réponse de votre site',
    body: (campaigns, message, organisation) =>
      joined([
        'Bonjour,',
        campaigns.length === 1
          ? `Nous n’avons pas encore reçu la réponse de votre site à la campagne «\u00a0${campaigns[0]?.title ?? ''}\u00a0», du ${frDay(campaigns[0]?.startDate ?? '')} au ${frDay(campaigns[0]?.endDate ?? '')}.`
          : `Nous n’avons pas encore reçu la réponse de votre site à ces campagnes\u00a0:\n${campaigns.map(({ title, startDate, endDate }) => `- ${title}, du ${frDay(startDate)} au ${frDay(endDate)}`).join('\n')}`,
        message,
        'Votre site est libre\u00a0: faire la campagne telle quelle, l’adapter en nous disant ce qui change, ou la décliner en nous disant pourquoi. Deux lignes en réponse à ce message suffisent.',
        `Merci,\nl’équipe RSE de ${organisation}`,
      ]),
  },
  en: {
    subject: (campaigns) =>
      campaigns.length === 1
        ? `${campaigns[0]?.title ?? ''}: your site’s answer`
        : 'CSR campaigns waiting for your site’s answer',
    body: (campaigns, message, organisation) =>
      joined([
        'Hello,',
        campaigns.length === 1
          ? `We have not had your site’s answer to the campaign “${campaigns[0]?.title ?? ''}” yet; it runs from ${enDay(campaigns[0]?.startDate ?? '')} to ${enDay(campaigns[0]?.endDate ?? '')}.`
          : `We have not had your site’s answer to these campaigns yet:\n${campaigns.map(({ title, startDate, endDate }) => `- ${title}, from ${enDay(startDate)} to ${enDay(endDate)}`).join('\n')}`,
        message,
        'Your site is free to run the campaign as it is, to adapt it and tell us what changes, or to decline it and tell us why. Two lines in reply to this message are enough.',
        `Thank you,\nthe CSR team of ${organisation}`,
      ]),
  },
};
