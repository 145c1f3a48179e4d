/** Answers of sites: one a campaign and site; the rules of an answer are those of the app and of forms. */
import { missingInAnswer, type Answer } from '../../domain/adoptions/answering.ts';
import { lines, referenceIndex } from '../../engines/intake/lookup.ts';
import { byId, given, insert, rejected, update } from '../../engines/intake/records.ts';
import { siteReferences } from '../../engines/intake/references.ts';
import type { Judge, JudgeContext, Stored } from '../../engines/intake/types.ts';

export function judgeAdoptions(context: JudgeContext): Judge {
  const campaigns = context.raw.prepare('select id, code, title, status, frozenAt from campaigns').all() as {
    id: string;
    code: string;
    title: string;
    status: string;
    frozenAt: string | null;
  }[];
  const index = referenceIndex(campaigns.map((row) => ({ id: row.id, code: row.code, name: row.title })));
  const byCampaign = new Map(campaigns.map((row) => [row.id, row]));
  const sites = siteReferences(context);
  const read = byId(context, 'adoptions');
  const stored = context.raw.prepare('select * from adoptions where campaignId = ? and siteId = ?');
  const claimed = lines();
  /** Campaigns without a list of sites, which these answers begin. */
  const begun = new Set<string>();

  return {
    judge: (row) => {
      const { id, campaign, siteCode } = row.values;
      const name = [siteCode, campaign].filter((part) => part !== undefined).join(' · ');
      let before: Stored | undefined;
      let place: { campaignId: string; siteId: string; take: () => void } | null = null;
      if (id !== undefined) {
        before = read(String(id));
        if (before === undefined) return rejected(name, 'id', 'noMatch');
      } else {
        for (const field of ['campaign', 'siteCode', 'status'])
          if (row.values[field] === undefined) return rejected(name, field, 'required');
        const meant = index.find(String(campaign));
        if (meant === null || meant === 'ambiguous')
          return rejected(name, 'campaign', meant === null ? 'campaignUnknown' : 'referenceAmbiguous');
        const owner = byCampaign.get(meant.id);
        if (owner === undefined || (owner.frozenAt === null && owner.status === 'draft'))
          return rejected(name, 'campaign', 'campaignNotSent');
        const site = sites('siteCode', String(siteCode), row.line);
        if ('reason' in site) return rejected(name, 'siteCode', site.reason);
        place = { campaignId: meant.id, siteId: site.id, take: site.take };
        before = stored.get(meant.id, site.id) as Stored | undefined;
      }
      const first = claimed.claim(
        before === undefined ? `${place?.campaignId ?? ''}|${place?.siteId ?? ''}` : String(before['id']),
        row.line,
      );
      if (first !== null) return rejected(name, 'siteCode', 'duplicateInFile', { line: first });
      const values = given(row, ['status', 'what', 'why', 'answeredOn', 'answeredBy']);
      if (values['status'] === 'invited')
        Object.assign(values, { what: null, why: null, answeredOn: null, answeredBy: null });
      const after: Stored = { what: null, why: null, answeredOn: null, ...before, ...values };
      const missing = missingInAnswer(after as unknown as Answer);
      if (missing !== null) return rejected(name, missing, 'required');
      // An answer has a day: that of the import when the file tells none.
      if (after['status'] !== 'invited' && after['answeredOn'] === null) values['answeredOn'] = context.today;
      if (before !== undefined)
        return update(
          context,
          'adoptions',
          before,
          values,
          { source: after['status'] === 'invited' ? null : 'import' },
          name,
        );
      if (place === null) return rejected(name, 'id', 'noMatch');
      place.take();
      const owner = byCampaign.get(place.campaignId);
      if (owner !== undefined && owner.frozenAt === null && !begun.has(owner.id)) {
        begun.add(owner.id);
        context.change({
          table: 'campaigns',
          operation: 'update',
          id: owner.id,
          row: { frozenAt: context.now, updatedAt: context.now },
        });
      } else if (owner?.frozenAt !== null) context.note('siteCode', 'siteInvited', row.line);
      insert(context, 'adoptions', {
        what: null,
        why: null,
        answeredOn: null,
        answeredBy: null,
        initiativeId: null,
        remindedOn: null,
        reminders: 0,
        ...values,
        source: values['status'] === 'invited' ? null : 'import',
        campaignId: place.campaignId,
        siteId: place.siteId,
      });
      return { status: 'created', name, changes: [] };
    },
  };
}
