/** One search box over every kind of record that can be found. */
import { z } from 'zod';
import { idSchema } from '../base/common.ts';
import { read } from '../base/define.ts';
import { hitKinds } from '../kinds.ts';

export const searchHitSchema = z.object({
  kind: z.enum(hitKinds),
  id: idSchema,
  title: z.string(),
  detail: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchContract = {
  'search.all': read({
    input: z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }),
    output: z.object({ rows: z.array(searchHitSchema) }),
  }),
};
