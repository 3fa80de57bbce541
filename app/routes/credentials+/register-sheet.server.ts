import { listRegister } from '~/data/credentials/register.server'
import type { Scope } from '~/domain/accounts/scope'
import type { Asked } from '~/http/asked.server'
import type { Signed } from '~/http/serve.server'
import { dayText, instantText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { registerLine } from './register-page.server'
import { registerQuestion } from './register-question.server'

const columns = ['serial', 'number', 'name', 'unit', 'place', 'position', 'course', 'passedOn', 'issuedOn', 'state', 'reason'] as const

/** Exactly the certificates that the page lists for the same question, all of them, as .xlsx. */
export async function registerSheet(ctx: Signed, request: Asked, scope: Scope, unitId: string | null = null): Promise<Response> {
  const { locale } = ctx
  const { filter, sort } = await registerQuestion(request, unitId)
  const { rows } = await listRegister(scope, filter, { sort, skip: 0, take: -1 })
  const { t } = translator(locale)
  const words = (key: string) => t(`credentials:register.${key}`)
  const lines = rows.map((row) => {
    const { serial, number, name, unit, position, course, state } = registerLine(row, locale)
    const days = [dayText(row.passedOn, locale), instantText(row.issuedAt, locale)]
    return [serial, number, name, unit, row.placeName, position, course, ...days, words(`states.${state}`), row.revokedFor ?? '']
  })
  const sheet = { name: words('title'), heads: columns.map((key) => words(`column.${key}`)), rows: lines }
  return sheetsLeave(ctx, request, { title: words('title'), plain: 'certificates' }, [sheet])
}
