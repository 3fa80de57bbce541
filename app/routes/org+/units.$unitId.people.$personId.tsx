import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { knownPositions, positionChoices, positionName } from '~/content/position-words.server'
import { db } from '~/data/db.server'
import { findUnits } from '~/data/duties/unit-clearance.server'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit, findPersonAt, reachOf, worksAt } from '~/data/org/people.server'
import { can } from '~/domain/accounts/can'
import { mayResetAccess } from '~/domain/accounts/slip'
import { maskedIdNumber } from '~/domain/org/id-number'
import { correctionForm } from '~/domain/org/person-form'
import { maskedPhone } from '~/domain/org/phone'
import { addDays, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { unseal } from '~/gateways/secrets.server'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { ComesNext, OnRecord } from '~/ui/duties/console/person-standing'
import { Notice } from '~/ui/kit/notice'
import { PersonAccess } from '~/ui/org/people/person-access'
import { PersonPosts } from '~/ui/org/people/person-posts'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { correctPerson } from '~/usecases/org/correct-person.server'
import { correctStart } from '~/usecases/org/correct-start.server'
import { endPost } from '~/usecases/org/end-post.server'
import { movePost } from '~/usecases/org/move-post.server'
import { personStandingAt } from '../duties+/person-standing.server'

/** What this manager may change about the person: all, nothing because the person holds rights or works elsewhere, or has left. */
async function accessOf(ctx: Signed, unitId: string, personId: string) {
  if (!(await worksAt(db(), unitId, personId, ctx.today))) return 'left' as const
  const reach = await reachOf(db(), personId, actorScope(ctx, 'manage'), ctx.today)
  if (mayResetAccess(reach, can(ctx.actor.grants, 'administer', { kind: 'installation' }, ctx.today))) return 'open' as const
  return reach.grants > 0 ? ('grants' as const) : ('elsewhere' as const)
}

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  const person = unit && (await findPersonAt(scope, unit.id, param(params, 'personId')))
  if (!unit || !person) throw new NotFound()
  const access = await accessOf(ctx, unit.id, person.id)
  const today = formatDay(ctx.today)
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    done: new URL(request.url).searchParams.get('done'),
    today,
    person: {
      id: person.id,
      name: person.name,
      phone: access === 'open' && person.phone !== null ? maskedPhone(person.phone) : null,
      idNumber: person.idCipher === null ? null : maskedIdNumber(unseal(person.idCipher)),
    },
    account: person.account && {
      id: person.account.id,
      staffNumber: person.account.staffNumber,
      byPhone: person.account.phone !== null,
      hasPassword: person.account.passwordHash !== null,
    },
    access,
    posts: person.posts.map((post) => ({
      id: post.id,
      position: positionName(post.position, ctx.locale),
      from: dayText(post.from, ctx.locale),
      to: post.to === null ? null : dayText(post.to, ctx.locale),
      firstDay: post.from,
      lastDay: post.to ?? today,
      ended: post.to !== null,
    })),
    choices: {
      positions: positionChoices(ctx.locale),
      units: scope.everything ? [] : (await findUnits(scope, ctx.today)).map(({ id, name }) => ({ value: id, label: name })),
      unitId: unit.id,
      tomorrow: formatDay(addDays(ctx.today, 1)),
    },
    standing: personStandingAt(unit, person.id, ctx.today, ctx.locale),
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const personId = param(params, 'personId')
  const typed = await formOf(request)
  const text = (name: string) => {
    const value = typed.get(name)
    return typeof value === 'string' ? value : ''
  }
  const here = `/units/${unitId}/people/${personId}`
  if (text('intent') === 'correct') {
    const read = parseForm(typed, correctionForm)
    if (!read.ok) return formRefused(read.answer)
    const { name, phone } = read.value
    const outcome = await correctPerson(ctx, { unitId, personId, name, phone: phone ?? null })
    if (isRefused(outcome)) return refusedForm(outcome, typed)
    throw redirect(`${here}?done=corrected`)
  }
  const outcome = await changePost(ctx, unitId, text)
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  throw redirect(`${here}?done=${outcome.done}`)
})

async function changePost(ctx: Signed, unitId: string, text: (name: string) => string) {
  const postId = text('postId')
  switch (text('intent')) {
    case 'start': {
      const outcome = await correctStart(ctx, { unitId, postId, firstDay: text('firstDay') })
      return isRefused(outcome) ? outcome : { done: 'started' }
    }
    case 'move': {
      const position = text('position')
      if (!knownPositions().has(position)) return refuse('people:error.positionUnknown', 'position')
      const outcome = await movePost(ctx, { unitId, postId, toUnitId: text('toUnitId') || unitId, position, firstDay: text('moveDay') })
      return isRefused(outcome) ? outcome : { done: 'moved' }
    }
    default: {
      const lastDay = text('intent') === 'reopen' ? null : text('lastDay')
      const outcome = await endPost(ctx, { unitId, postId, lastDay })
      return isRefused(outcome) ? outcome : { done: lastDay === null ? 'reopened' : 'ended' }
    }
  }
}

const told = ['added', 'corrected', 'ended', 'reopened', 'started', 'moved', 'merged']

export const handle = titled<typeof loader>((_, { person, unit }) => `${person.name} · ${unit.name}`)

export default function Person() {
  const { unit, done, today, person, account, access, posts, choices, standing } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('people')
  return (
    <UnitFrame unit={unit} title={person.name} here="people">
      {done !== null && told.includes(done) && (
        <div className="mt-4">
          <Notice kind="done" title={t(`person.done.${done}`)} live>
            {done === 'added' && <p>{t('person.done.addedText')}</p>}
          </Notice>
        </div>
      )}
      <p className="mt-1 text-18">
        {t(standing.missing === 0 ? 'duties:person.answerHereNone' : 'duties:person.answerHere', { n: standing.missing })}
      </p>
      <ComesNext lines={standing.lines} />
      <PersonPosts posts={posts} answer={answer} today={today} name={person.name} choices={choices} />
      <OnRecord history={standing.history} unitName={unit.name} />
      <PersonAccess unitId={unit.id} person={person} account={account} access={access} answer={answer} />
    </UnitFrame>
  )
}
