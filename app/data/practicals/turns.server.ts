import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ all: z.number(), waiting: z.number() })
const mine = 'IN (SELECT "value" FROM json_each(@family))'
const sheets = 'SELECT COUNT(*) FROM "PracticalSheet" s WHERE s."assessmentId" = o."assessmentId" AND s."observerId"'
const turns = `SELECT
  (SELECT COUNT(*) FROM "PracticalAssessment" a WHERE a."personId" ${mine}
    OR EXISTS (SELECT 1 FROM "PracticalObserver" o WHERE o."assessmentId" = a."id" AND o."personId" ${mine})) AS "all",
  (SELECT COUNT(*) FROM "PracticalObserver" o WHERE o."personId" ${mine}
    AND NOT EXISTS (SELECT 1 FROM "PracticalOutcome" d WHERE d."assessmentId" = o."assessmentId")
    AND NOT EXISTS (SELECT 1 FROM "PracticalEnd" e WHERE e."assessmentId" = o."assessmentId")
    AND (${sheets} = o."personId") <= (${sheets} <> o."personId")) AS "waiting"`

/** How many assessments concern somebody, and how many wait for his sheet: in each round he hands in no more than the other has. */
export const turnsOf = (family: readonly string[]): { all: number; waiting: number } =>
  row.parse(statement(turns).get({ family: JSON.stringify(family) }))
