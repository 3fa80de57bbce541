import { useActionData, useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { wordFor, wordOptions } from '~/content/word-options.server'
import { findPlaces } from '~/data/org/places.server'
import { findUnit, findUnitLife, searchUnits } from '~/data/org/units.server'
import { placeTree } from '~/domain/org/place-tree'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AdminFrame } from '~/ui/org/admin-frame'
import { SlipPaper } from '~/ui/org/slip-paper'
import { BasicsForm, CloseForm, EndTraitForm, ManagerForm, MergeForm, MergeSearch, TraitForm } from '~/ui/org/unit-acts'
import { UnitView } from '~/ui/org/unit-view'
import { titled } from '~/ui/shell/title'
import { actOnUnit, unitActs } from './acts.server'

async function factsOf(ctx: Signed, unitId: string) {
  const scope = actorScope(ctx, 'see')
  const unit = await findUnit(scope, unitId)
  if (!unit) throw new NotFound()
  const { managers, ...life } = await findUnitLife(scope, unitId, ctx.today)
  const { sectors, traits } = catalogue().vocabulary
  const tree = placeTree(findPlaces())
  const today = formatDay(ctx.today)
  const { place, sector, ...rest } = unit
  return {
    ...rest,
    ...life,
    placeId: place.id,
    place: tree.find(({ id }) => id === place.id)?.fullName ?? place.name,
    sectorId: sector,
    sector: wordFor(sectors, sector, ctx.locale),
    isClosed: unit.to !== null && unit.to < today,
    traits: unit.traits.map((held) => ({
      ...held,
      word: wordFor(traits, held.trait, ctx.locale),
      isOver: held.to !== null && held.to < today,
    })),
    managers: managers.map(({ account, ...grant }) => ({
      ...grant,
      name: account.person.name,
      personId: account.person.id,
      staffNumber: account.staffNumber,
    })),
    places: tree.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
  }
}

export const loader = serve('administrator', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'see')
  const query = readQuery(request)
  const { places, ...unit } = await factsOf(ctx, param(params, 'unitId'))
  const { sectors, traits, positions } = catalogue().vocabulary
  const act = query.oneOf('do', unitActs)
  const asked = query.text('q') ?? ''
  const into = query.text('into')
  const found = act === 'merge' && asked !== '' ? await searchUnits(scope, asked, ctx.today) : null
  const target = act === 'merge' && into !== null ? await findUnit(scope, into) : null
  if (into !== null && act === 'merge' && target === null) throw new NotFound()
  const trait = unit.traits.find(({ id }) => id === query.text('trait')) ?? null
  if (act === 'endTrait' && trait === null) throw new NotFound()
  return {
    unit,
    act,
    asked,
    trait,
    today: formatDay(ctx.today),
    target: target && { id: target.id, name: target.name },
    found: found && {
      rows: found.rows.filter(({ id }) => id !== unit.id).map(({ id, name, place }) => ({ id, name, place: place.name })),
      total: found.total,
    },
    options: {
      places,
      sectors: wordOptions(sectors, ctx.locale),
      traits: wordOptions(traits, ctx.locale),
      positions: wordOptions(positions, ctx.locale),
    },
  }
})

export const action = serve('administrator', (ctx, { request, params }) => actOnUnit(ctx, request, param(params, 'unitId')))

export const handle = titled<typeof loader>((t, { act, unit }) => (act === null ? unit.name : `${t(`org:unit.act.${act}`)} · ${unit.name}`))

export default function UnitPage() {
  const facts = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  const { unit, act } = facts
  const back = `/admin/units/${unit.id}`
  if (answer && 'slip' in answer)
    return (
      <AdminFrame title={t('manager.added', { name: answer.slip.name })}>
        <SlipPaper slip={answer.slip} back={back} />
      </AdminFrame>
    )
  if (act === null)
    return (
      <AdminFrame title={unit.name} back={{ href: '/admin/units', label: t('unit.all') }}>
        <UnitView unit={unit} />
      </AdminFrame>
    )
  return (
    <AdminFrame title={t(`unit.act.${act}`)} lead={unit.name} back={{ href: back, label: t('unit.back') }}>
      <UnitAct facts={facts} back={back} />
    </AdminFrame>
  )
}

function UnitAct({ facts, back }: { facts: ReturnType<typeof useLoaderData<typeof loader>>; back: string }) {
  const typed = useActionData<typeof action>()
  const { unit, act, trait, target, today, options, found, asked } = facts
  const answer = typed && 'errors' in typed ? typed : undefined
  const common = { answer, back, today }
  switch (act) {
    case 'basics':
      return <BasicsForm {...common} unit={unit} places={options.places} sectors={options.sectors} />
    case 'trait':
      return <TraitForm {...common} traits={options.traits} />
    case 'endTrait':
      return trait && <EndTraitForm {...common} trait={trait} />
    case 'manager':
      return <ManagerForm {...common} positions={options.positions} />
    case 'close':
      return <CloseForm {...common} unit={unit} />
    case 'merge':
      return target ? <MergeForm {...common} unit={unit} target={target} /> : <MergeSearch unit={unit} found={found} asked={asked} />
    case null:
      return null
  }
}
