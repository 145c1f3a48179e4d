/** What answers come to as shares, and the letter that asks for them. */
import { describe, expect, it } from 'vitest';
import { adoptedShare, answeredShare, changedShare, shareClass } from '#shared/campaigns/shares.ts';
import { mailLink } from '../../renderer/lib/mail.ts';

describe('shares of answers', () => {
  it('are of those who were asked, or who answered; of nobody they are missing, not zero', () => {
    const counts = { sites: 10, invited: 2, adopted: 1, adapted: 3, declined: 1, done: 3 };
    expect([answeredShare(counts), adoptedShare(counts), changedShare(counts)]).toEqual([0.8, 0.7, 0.5]);
    const none = { sites: 0, invited: 0, adopted: 0, adapted: 0, declined: 0, done: 0 };
    expect([
      answeredShare(none),
      adoptedShare(none),
      changedShare(none),
      changedShare({ ...none, sites: 3, invited: 3 }),
    ]).toEqual([null, null, null, null]);
  });

  it('fall into five classes, each beginning at its own break', () => {
    expect([0, 0.19, 0.2, 0.1 + 0.1 + 0.2, 3 * 0.2, 0.79, 0.8, 1].map(shareClass)).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
  });
});

describe('a letter begun in the mail program', () => {
  const letter = { subject: 'Énergie & sobriété', body: 'Bonjour,\n\nà vous ?' };
  it('has its readers as hidden copies and its words encoded', () => {
    const mail = mailLink({ bcc: ['a@exemple.fr', 'b+c@exemple.fr'], ...letter });
    expect(mail).toEqual({
      withRecipients: true,
      url: 'mailto:?bcc=a%40exemple.fr,b%2Bc%40exemple.fr&subject=%C3%89nergie%20%26%20sobri%C3%A9t%C3%A9&body=Bonjour%2C%0A%0A%C3%A0%20vous%20%3F',
    });
    expect(new URL(mail?.url ?? '').searchParams.get('subject')).toBe(letter.subject);
  });

  it('goes without its readers when they are too many, and not at all when it is too long itself', () => {
    expect(
      mailLink({ bcc: Array.from({ length: 200 }, (_, n) => `personne${n}@exemple.fr`), ...letter }),
    ).toMatchObject({ withRecipients: false });
    expect(mailLink({ bcc: [], subject: 'Long', body: 'é'.repeat(1000) })).toBeNull();
  });
});
