import { z } from 'zod'
import { statement } from '../db.server'
import { dataVersion, later } from './certificates.server'

const counts = z.object({ last: z.number(), revoked: z.number(), corrected: z.number() })

/** Changes when a certificate was issued, revoked or corrected; `committed` also when anything else was written. */
export function withdrawnVersion(): { committed: number; own: () => string } {
  return {
    committed: dataVersion(),
    own: () => {
      const { last, revoked, corrected } = counts.parse(
        statement(`SELECT (SELECT COALESCE(MAX("serial"), 0) FROM "Certificate") AS "last", (SELECT COUNT(*) FROM "CertificateRevocation") AS "revoked",
          (SELECT COUNT(*) FROM "CertificateCorrection") AS "corrected"`).get(),
      )
      return `${last} ${revoked} ${corrected}`
    },
  }
}

const withdrawnRow = z.object({ serial: z.number(), revoked: z.number() })

/** The last serial given, and the serials of what was revoked or superseded. */
export function withdrawnSerials(): { last: number; revoked: ReadonlySet<number>; superseded: ReadonlySet<number> } {
  const { last } = z.object({ last: z.number() }).parse(statement(`SELECT COALESCE(MAX("serial"), 0) AS "last" FROM "Certificate"`).get())
  const rows = statement(
    `SELECT c."serial", r."certificateId" IS NOT NULL AS "revoked" FROM "Certificate" c
     LEFT JOIN "CertificateRevocation" r ON r."certificateId" = c."id" LEFT JOIN "CertificateCorrection" after ON after."replacesId" = c."id"
     WHERE r."certificateId" IS NOT NULL OR after."certificateId" IS NOT NULL OR ${later}`,
  )
    .all()
    .map((row) => withdrawnRow.parse(row))
  const of = (revoked: boolean) => new Set(rows.filter((row) => (row.revoked === 1) === revoked).map(({ serial }) => serial))
  return { last, revoked: of(true), superseded: of(false) }
}
