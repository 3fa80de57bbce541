import { z } from 'zod'

/** A tip as it is recorded; the villages are chosen where there are several. */
export const tipForm = z.object({
  on: z.string('org:error.day.missing').max(20, 'org:error.day.notADay'),
  title: z.string('duties:responsibility.refusal.noTitle').max(60, 'duties:responsibility.refusal.longTitle'),
  text: z.string().max(1000, 'duties:responsibility.refusal.longText').default(''),
  placeIds: z.array(z.string()).default([]),
})
