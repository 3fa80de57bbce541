import { catalogue } from '~/content/catalogue.server'
import type { DrillFacts } from '~/data/drills/drills.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { holdsDay, parseDay } from '~/domain/shared/day'

/** Units that 生产安全事故应急条例 第八条第二款 names, as the catalogue has them. */
export function mustReport({ unitId, body }: { unitId: string; body: Pick<DrillFacts['body'], 'on'> }): boolean {
  const traits = catalogue().duties.get('crowded-ops-emergency-drill')?.rule.traits ?? []
  const on = parseDay(body.on)
  const held = unitDirectory().byId.get(unitId)?.traits ?? []
  return on !== null && held.some(({ trait, from, to }) => traits.includes(trait) && holdsDay(from, to, on))
}
