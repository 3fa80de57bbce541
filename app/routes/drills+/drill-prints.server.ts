import { drillRules, getDrillKind, getDrillTemplate } from '~/content/drills.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import type { PlanPrint } from '~/documents/drills/plan-paper'
import type { CardPrint } from '~/documents/drills/role-cards'
import type { SheetPrint } from '~/documents/drills/roll-sheet'
import { NotFound } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { type SeenDrill, seenDrill } from './seen-drill.server'

/** A drill whose papers may be printed by whoever asks: an unannounced one only by commander, marshals and whoever manages the unit. */
export async function printableDrill(ctx: Signed, id: string): Promise<SeenDrill> {
  const seen = await seenDrill(ctx, id)
  const isIn = seen.commands || seen.marshals || seen.manages
  if (seen.facts.body.unannounced && !isIn) throw new NotFound()
  return seen
}

const unitName = ({ facts }: SeenDrill): string => unitDirectory().byId.get(facts.unitId)?.name ?? ''
const said = (texts: readonly { zh: string; en: string }[], locale: Locale): string[] => texts.map((one) => one[locale])

function doesOf(template: string, locale: Locale): PlanPrint['does'] {
  const { attack, contact, evacuation, care } = getDrillTemplate(template).groups
  return {
    attack: said(attack.does, locale),
    contact: said(contact.does, locale),
    evacuation: said(evacuation.does, locale),
    care: said(care.does, locale),
  }
}

export function planPrint({ locale }: Signed, seen: SeenDrill): PlanPrint {
  const { body } = seen.facts
  const template = getDrillTemplate(body.template)
  const kind = getDrillKind(body.kind)
  const { minutes, sign } = drillRules()
  const scenario = template.scenarios.find(({ id }) => id === body.scenario)
  return {
    locale,
    unit: unitName(seen),
    body,
    kind: kind.title[locale],
    marks: kind.marks,
    minutes: minutes.map(({ minute, says }) => ({ minute, says: says[locale] })),
    does: doesOf(body.template, locale),
    injects: seen.commands || seen.manages ? said(scenario?.injects ?? [], locale) : [],
    moving: said(
      template.moving.map(({ says }) => says),
      locale,
    ),
    never: said(template.never, locale),
    sign: sign[locale],
    expected: seen.call.expected,
  }
}

export function cardPrint({ locale }: Signed, seen: SeenDrill): CardPrint {
  const { body, id } = seen.facts
  return {
    locale,
    unit: unitName(seen),
    body,
    does: doesOf(body.template, locale),
    posts: getDrillTemplate(body.template).cards.map(({ id: post, title, does }) => ({
      id: post,
      title: title[locale],
      does: said(does, locale),
    })),
    board: `${settings().publicUrl}/drills/${id}/board`,
    mine: `${settings().publicUrl}/me/drills`,
  }
}

export const sheetPrint = ({ locale }: Signed, seen: SeenDrill): SheetPrint => ({
  locale,
  unit: unitName(seen),
  body: seen.facts.body,
  expected: seen.call.expected,
})
