import type { AuditFilter } from '~/data/org/audit-log.server'
import type { readQuery } from './query.server'

/** The filters of the audit log as they stand in an address; page and export read them alike. */
export const auditFilterOf = (query: ReturnType<typeof readQuery>): AuditFilter => ({
  act: query.text('act'),
  actor: query.text('actor'),
  about: query.text('about'),
  unitId: query.text('unit'),
  from: query.day('from'),
  to: query.day('to'),
})
