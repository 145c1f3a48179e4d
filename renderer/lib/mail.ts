/** A message begun in the user's own mail program. */

/** The longest address that the system's mail program is given. */
const longestLink = 1900;

export interface MailDraft {
  /** Hidden copies: nobody sees who else is written to. */
  bcc: string[];
  subject: string;
  body: string;
}

/** The address that opens the draft, without the recipients when they would make it too long; null when even that is too long. */
export function mailLink({ bcc, subject, body }: MailDraft): { url: string; withRecipients: boolean } | null {
  const words = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const whole = `mailto:?bcc=${bcc.map(encodeURIComponent).join(',')}&${words}`;
  if (whole.length <= longestLink) return { url: whole, withRecipients: bcc.length > 0 };
  const url = `mailto:?${words}`;
  return url.length <= longestLink ? { url, withRecipients: false } : null;
}
