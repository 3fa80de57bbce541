import { z } from 'zod'
import { statement } from './db.server'

const row = z.object({ id: z.string() }).optional()
const newest = 'SELECT "id" FROM "Epoch" ORDER BY "at" DESC, "id" DESC LIMIT 1'

/** By what phones know that this database was put back from a backup since they last asked; the same for as long as it was not. */
export const epoch = (): string => row.parse(statement(newest).get())?.id ?? 'first'
