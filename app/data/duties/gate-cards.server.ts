import { z } from 'zod'
import type { Duty, Facts } from '~/domain/duties/facts'
import { type Day, parseDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { factsOfPeople } from './facts.server'

export type Card = {
  postId: string
  personId: string
  name: string
  unitId: string
  unitName: string
  position: string
  from: Day
  to: Day | null
  cardToken: string
}

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: `not a day: ${text}` })
  return z.NEVER
})
const row = z.object({
  postId: z.string(),
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  position: z.string(),
  from: day,
  to: day.nullable(),
  cardToken: z.string(),
})

/** The name is that of the person at the end of the merge chain. */
const cardWhere = (condition: string) => `WITH RECURSIVE chain("id", "into") AS (
  SELECT p."id", p."mergedIntoId" FROM "Post" k JOIN "Person" p ON p."id" = k."personId" WHERE ${condition}
  UNION SELECT p."id", p."mergedIntoId" FROM "Person" p JOIN chain c ON p."id" = c."into")
  SELECT k."id" AS "postId", k."personId", s."name", u."id" AS "unitId", u."name" AS "unitName", k."position", k."from", k."to", k."cardToken"
  FROM "Post" k JOIN "Unit" u ON u."id" = k."unitId"
  JOIN "Person" s ON s."id" = (SELECT c."id" FROM chain c WHERE c."into" IS NULL) WHERE ${condition}`
const byToken = cardWhere('k."cardToken" = ?')
const byPost = cardWhere('k."id" = ?')

const cardOf = (found: unknown): Card | null => (found === undefined ? null : row.parse(found))

/** The card of an exact token, and the facts that judge it. */
export function findCardByToken(token: string, duties: readonly Duty[]): { card: Card; facts: Facts } | null {
  const card = cardOf(statement(byToken).get(token, token))
  return card === null ? null : { card, facts: factsOfPeople([card.personId], duties) }
}

/** The card of a post, for who may ask about it; the caller has checked that. */
export function findCardById(postId: string, duties: readonly Duty[]): { card: Card; facts: Facts } | null {
  const card = cardOf(statement(byPost).get(postId, postId))
  return card === null ? null : { card, facts: factsOfPeople([card.personId], duties) }
}

/** A person's own card; null where the post is somebody else's. */
export function findOwnCard(postId: string, personId: string, duties: readonly Duty[]): { card: Card; facts: Facts } | null {
  const card = cardOf(statement(byPost).get(postId, postId))
  if (card === null) return null
  const facts = factsOfPeople([card.personId], duties)
  return facts.people.some((person) => person.id === personId) ? { card, facts } : null
}

const certificateRow = z.object({ id: z.string(), number: z.string(), passedOn: z.string() })
const certificates = `SELECT c."id", c."number", c."passedOn" FROM "Certificate" c
  LEFT JOIN "CertificateRevocation" r ON r."certificateId" = c."id"
  WHERE r."certificateId" IS NULL AND NOT EXISTS (SELECT 1 FROM "CertificateCorrection" x WHERE x."replacesId" = c."id")
  AND c."unitId" = ? AND c."position" = ? AND c."personId" IN (SELECT "value" FROM json_each(?))
  ORDER BY c."passedOn" DESC, c."id"`

/** The certificates that were issued for this position at this unit and are not revoked, newest first. */
export const certificatesOf = (card: Card, family: readonly string[]): z.output<typeof certificateRow>[] =>
  statement(certificates)
    .all(card.unitId, card.position, JSON.stringify(family))
    .map((found) => certificateRow.parse(found))

const unitOfPost = z.object({ unitId: z.string() })

/** The unit a post is at; null where there is no such post. */
export function findPostUnit(postId: string): string | null {
  const found = statement(`SELECT "unitId" FROM "Post" WHERE "id" = ?`).get(postId)
  return found === undefined ? null : unitOfPost.parse(found).unitId
}
