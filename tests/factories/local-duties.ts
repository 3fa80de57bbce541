import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { LocalDutyWish } from '~/domain/duties/local-duty'
import { parseDay } from '~/domain/shared/day'
import { newId } from '~/gateways/secrets.server'
import { addLocalDutyFile } from '~/usecases/duties/add-local-duty-file.server'
import { draftLocalDuty } from '~/usecases/duties/draft-local-duty.server'
import { previewLocalDuty } from '~/usecases/duties/preview-local-duty.server'
import { publishLocalDuty } from '~/usecases/duties/publish-local-duty.server'
import { plainPdf } from './plain-pdf'
import { morning } from './unit-people'

/** What a clerk writes down from the street's plan: whoever works there takes one class a year. */
export const yearlyClass: LocalDutyWish = {
  title: '沿街商铺店员年度培训',
  titleEn: '',
  plain: '沿街商铺的店员每年参加一次街道的集中培训。',
  plainEn: '',
  binds: 'person',
  positions: [],
  traits: [],
  counts: ['class/annual-street'],
  sameUnit: false,
  rhythm: 'P1Y',
  days: 30,
  months: 12,
  opens: 60,
  of: '河西街道消防安全三年行动方案 二（一）3',
  quote: '每年至少组织沿街商铺店员开展1次消防安全培训',
  reading: '',
  course: '',
}

/** Gives an account the right to supervise a place, or some of its sectors. */
export const supervises = (accountId: string, placeId: string, sectors = '*') =>
  transact((tx) =>
    tx.grant.create({
      data: {
        id: newId(morning),
        accountId,
        role: 'supervisor',
        placeId,
        sectors,
        from: '2020-01-01',
        grantedBy: 'system',
        createdAt: morning,
      },
    }),
  )

type Draft = { said?: Partial<LocalDutyWish>; placeId?: string; supersedes?: string | null; file?: boolean }

/** A draft with its document; its id. */
export async function drafted(by: Acting, { said = {}, placeId = 'street', supersedes = null, file = true }: Draft = {}): Promise<string> {
  const outcome = await draftLocalDuty(by, { placeId, supersedes, said: { ...yearlyClass, ...said } })
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  if (file) await addLocalDutyFile(by, { dutyId: outcome.dutyId, name: '方案.pdf', bytes: plainPdf })
  return outcome.dutyId
}

/** Looks at what publishing would do, and publishes it as it was shown. */
export async function published(by: Acting, dutyId: string, from: string) {
  const day = parseDay(from)
  if (day === null) throw new Error(from)
  const shown = await previewLocalDuty(by, { dutyId, from: day })
  return publishLocalDuty(by, { dutyId, from, fingerprint: shown.kind === 'previewed' ? shown.fingerprint : '' })
}
