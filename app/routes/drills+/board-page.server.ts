import { createHash } from 'node:crypto'
import { drillRules, getDrillKind, getDrillTemplate } from '~/content/drills.server'
import { cardTokensOf } from '~/data/drills/card-tokens.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { epoch } from '~/data/epoch.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { type DrillBody, groupNames, type Named } from '~/domain/drills/drill-body'
import { isClosed } from '~/domain/drills/drill-state'
import type { Roles } from '~/domain/rollcall/expected'
import { settings } from '~/env.server'
import { islandAddress } from '~/gateways/islands.server'
import { subkey } from '~/gateways/secrets.server'
import type { Signed } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import type { BoardPage } from '~/ui/drills/board'
import { withProof } from '~/usecases/rollcall/entry-proof.server'
import type { boardDrill } from './seen-drill.server'

type Seen = Awaited<ReturnType<typeof boardDrill>>

/** What cards are known by on a phone: enough to match one, too little to make one. */
export const cardMark = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 16)

function planLines(body: DrillBody, locale: Signed['locale']): BoardPage['plan'] {
  const { t } = translator(locale)
  const listed = (people: readonly Named[]): string => people.map(({ name }) => name).join('、')
  return [
    { term: t('drills:page.commander'), people: body.commander.name },
    ...body.zones.map(({ name, marshals }) => ({ term: name, people: listed(marshals) })),
    ...groupNames.map((group) => ({ term: t(`drills:group.${group}`), people: listed(body.groups[group]) })),
    { term: t('drills:page.assembly'), people: body.assembly.join('、') },
  ].filter(({ people }) => people !== '')
}

/** Whoever came to manage the unit after the list was drawn leads too. */
const led = ({ commanders, marshals }: Roles, me: string): Roles => ({ commanders: [...new Set([...commanders, me])], marshals })

/** Everything a phone needs to lead a drill or call its roll, also without network. */
export function boardPage(ctx: Signed, { facts, call, me, isCommander }: Seen): BoardPage {
  const { body, id } = facts
  const { entries, seq } = entriesAfter(call.id, 0)
  const names = findSubjectNames([facts.unitId, me, ...call.roles.commanders, ...call.roles.marshals])
  const template = getDrillTemplate(body.template)
  const scenario = template.scenarios.find((one) => one.id === body.scenario)
  return {
    unit: { id: facts.unitId, name: names.get(facts.unitId) ?? '' },
    title: body.title,
    target: body.target,
    story: body.story,
    injects: isCommander ? (scenario?.injects ?? []).map((one) => one[ctx.locale]) : [],
    place: body.place,
    on: body.on,
    startsAt: body.startsAt,
    isUnannounced: body.unannounced,
    plan: planLines(body, ctx.locale),
    marks: [...getDrillKind(body.kind).marks],
    minutes: drillRules().minutes.map(({ minute, says }) => ({ minute, says: says[ctx.locale] })),
    facts: {
      of: 'drill',
      drill: id,
      entries: `/drills/${id}/entries`,
      me,
      isCommander,
      isOpen: !isClosed(facts.steps),
      roles: isCommander ? led(call.roles, me) : call.roles,
      expected: call.expected,
      names: Object.fromEntries(names),
      zones: body.zones.map(({ name }) => name),
      myZones: body.zones.filter(({ marshals }) => marshals.some((one) => one.id === me)).map(({ name }) => name),
      assembly: body.assembly,
      listed: call.listedAt.getTime(),
      now: ctx.now.getTime(),
      seq,
      epoch: epoch(),
      known: entries.map((entry) => withProof(call.id, entry)),
      lock: subkey(`what a phone keeps of drill ${id} for ${me}`).toString('base64'),
      carry: subkey(`files carried at drill ${id}`).toString('base64'),
      cards: Object.fromEntries(cardTokensOf(facts.unitId).map(({ token, personId }) => [cardMark(token), personId])),
      codes: `${settings().publicUrl}/K/`,
      station: `/drills/${id}/code`,
    },
    script: islandAddress('drill'),
  }
}
