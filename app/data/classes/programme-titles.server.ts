import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ slug: z.string(), title: z.string() })
const newest = `SELECT DISTINCT p."slug", r."body" ->> '$.title' AS "title" FROM "Programme" p
  JOIN "ProgrammeRevision" r ON r."programmeId" = p."id"
    AND r."nth" = (SELECT MAX(n."nth") FROM "ProgrammeRevision" n WHERE n."programmeId" = p."id") ORDER BY 1, 2`

/** What the programmes of each name are called, at whichever place; a unit's trait knows the name alone. It knows no scope: for titles only. */
export function programmeTitles(): Map<string, string[]> {
  const titles = new Map<string, string[]>()
  for (const found of statement(newest).all()) {
    const { slug, title } = row.parse(found)
    titles.set(slug, [...(titles.get(slug) ?? []), title])
  }
  return titles
}
