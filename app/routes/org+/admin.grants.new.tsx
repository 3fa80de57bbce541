import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { wordFor, wordOptions } from '~/content/word-options.server'
import { findHolder, searchPeople } from '~/data/accounts/people-search.server'
import { findPlaces } from '~/data/org/places.server'
import { findUnit, searchUnits } from '~/data/org/units.server'
import { type Role, roles } from '~/domain/accounts/grants'
import { placeTree } from '~/domain/org/place-tree'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { nameMeant } from '~/gateways/pinyin.server'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { requireFreshPassword, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AdminFrame } from '~/ui/org/admin-frame'
import { AppointForm, AskPlace, AskRole, PickPerson, PickUnit, SoFar } from '~/ui/org/grant-steps'
import { titled } from '~/ui/shell/title'
import { appoint } from '~/usecases/accounts/appoint.server'

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const span = z.object({ from: day, to: day.optional() })

/** The choices made so far all stand in the address; each page asks for one more. */
function choicesOf(request: Asked) {
  const query = readQuery(request)
  const [account, role, unit, place] = [query.text('account'), query.oneOf('role', roles), query.text('unit'), query.text('place')]
  return {
    account,
    role,
    unit,
    place,
    all: query.all('sector').includes('*'),
    sectors: query.all('sector').filter((id) => id !== '*'),
    asked: query.text('q'),
  }
}
type Choices = ReturnType<typeof choicesOf>

function stepOf({ account, role, unit, place, all, sectors }: Choices): 'person' | 'role' | 'unit' | 'place' | 'days' {
  if (account === null) return 'person'
  if (role === null) return 'role'
  if (role === 'manager') return unit === null ? 'unit' : 'days'
  return role === 'supervisor' && (place === null || (!all && sectors.length === 0)) ? 'place' : 'days'
}

async function foundPeople(ctx: Signed, asked: string) {
  const near = nameMeant(asked)
  if (near === null) return { rows: [], total: 0 }
  const { rows, total } = await searchPeople(actorScope(ctx, 'see'), { typed: asked, near }, ctx.today, 1, 20)
  const { positions } = catalogue().vocabulary
  const list = rows.flatMap(({ name, account, posts }) =>
    account
      ? [
          {
            id: account.id,
            name,
            about: [
              account.staffNumber,
              ...posts.map(({ unit, position }) => `${unit.name} ${wordFor(positions, position, ctx.locale)}`),
            ].join(' · '),
          },
        ]
      : [],
  )
  return { rows: list, total }
}

async function foundUnits(ctx: Signed, asked: string) {
  const { rows, total } = await searchUnits(actorScope(ctx, 'see'), asked, ctx.today)
  return { rows: rows.map(({ id, name, place }) => ({ id, name, about: place.name })), total }
}

async function soFar(ctx: Signed, choices: Choices) {
  const [holder, unit] = await Promise.all([
    choices.account === null ? null : findHolder(choices.account),
    choices.unit === null ? null : findUnit(actorScope(ctx, 'see'), choices.unit),
  ])
  const places = placeTree(findPlaces())
  const place = places.find(({ id }) => id === choices.place) ?? null
  if ((choices.account !== null && !holder) || (choices.unit !== null && !unit) || (choices.place !== null && !place)) throw new NotFound()
  return { holder, unit: unit?.name ?? null, place: place?.name ?? null, places }
}

export const loader = serve('administrator', async (ctx, { request }) => {
  const choices = choicesOf(request)
  const step = stepOf(choices)
  const known = await soFar(ctx, choices)
  const { sectors } = catalogue().vocabulary
  const { asked } = choices
  const found =
    asked === null ? null : step === 'person' ? await foundPeople(ctx, asked) : step === 'unit' ? await foundUnits(ctx, asked) : null
  const carried: Record<string, string> = {
    ...(choices.account === null ? {} : { account: choices.account }),
    ...(choices.role === null ? {} : { role: choices.role }),
    ...(choices.unit === null ? {} : { unit: choices.unit }),
  }
  const role: Role | null = choices.role
  return {
    step,
    role,
    found,
    asked: asked ?? '',
    carried,
    today: formatDay(ctx.today),
    isOwn: choices.account === ctx.actor.accountId,
    name: known.holder?.person.name ?? null,
    staffNumber: known.holder?.staffNumber ?? null,
    where: known.unit ?? known.place,
    chosenSectors: choices.all ? [] : choices.sectors.map((id) => wordFor(sectors, id, ctx.locale)),
    places: known.places.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
    sectors: wordOptions(sectors, ctx.locale),
  }
})

export const action = serve('administrator', async (ctx, { request }) => {
  const choices = choicesOf(request)
  const { account, role, unit, place, all, sectors } = choices
  if (account === null || role === null || stepOf(choices) !== 'days') throw new NotFound()
  if (role === 'administrator') requireFreshPassword(ctx, request)
  const form = await formOf(request)
  const read = parseForm(form, span)
  if (!read.ok) return formRefused(read.answer)
  const wish = { accountId: account, role, unitId: unit, placeId: place, sectors: all || role !== 'supervisor' ? ('*' as const) : sectors }
  const outcome = await appoint(ctx, { ...wish, from: read.value.from, to: read.value.to ?? null })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(role === 'manager' && unit !== null ? `/admin/units/${unit}?done=appointed` : '/admin/grants?done=appointed')
})

export const handle = titled<typeof loader>((t) => t('org:grant.give'))

export default function NewGrant() {
  const facts = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  const { step } = facts
  return (
    <AdminFrame title={t(`grant.step.${step}`, { name: facts.name ?? '' })} back={{ href: '/admin/grants', label: t('grant.back') }}>
      <SoFar {...facts} />
      {step === 'person' && <PickPerson {...facts} />}
      {step === 'role' && <AskRole {...facts} />}
      {step === 'unit' && <PickUnit {...facts} />}
      {step === 'place' && <AskPlace {...facts} />}
      {step === 'days' && <AppointForm {...facts} answer={answer} />}
    </AdminFrame>
  )
}
