import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { wordFor } from '~/content/word-options.server'
import { listGrants } from '~/data/accounts/grant-list.server'
import { findPerson, survivorOf } from '~/data/accounts/people-search.server'
import { slipText } from '~/domain/accounts/slip'
import { maskedPhone } from '~/domain/org/phone'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import { actorScope } from '~/http/context.server'
import { refusedForm } from '~/http/forms.server'
import { param, requireFreshPassword, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AdminFrame } from '~/ui/org/admin-frame'
import { PersonView } from '~/ui/org/person-view'
import { SlipPaper } from '~/ui/org/slip-paper'
import { titled } from '~/ui/shell/title'
import { resetAccess } from '~/usecases/accounts/reset-access.server'

async function personOf(ctx: Signed, id: string) {
  const person = await findPerson(actorScope(ctx, 'see'), id)
  if (person) return person
  const survivor = await survivorOf(id)
  if (survivor === id) throw new NotFound()
  throw redirect(`/admin/people/${survivor}`)
}

export const loader = serve('administrator', async (ctx, { params }) => {
  const { account, idCipher, posts, joins, ...person } = await personOf(ctx, param(params, 'personId'))
  const { positions, sectors } = catalogue().vocabulary
  const today = formatDay(ctx.today)
  const accountId = account?.id ?? null
  const held =
    accountId === null ? [] : (await listGrants({ role: null, state: null, text: null, accountId, unitId: null }, ctx.today)).rows
  const slip = account?.slips[0]
  return {
    ...person,
    phone: person.phone === null ? null : maskedPhone(person.phone),
    hasIdNumber: idCipher !== null,
    posts: posts.map(({ position, ...post }) => ({
      ...post,
      position: wordFor(positions, position, ctx.locale),
      isOver: post.to !== null && post.to < today,
    })),
    joins: joins.map(({ position, ...join }) => ({ ...join, position: wordFor(positions, position, ctx.locale) })),
    grants: held.map(({ id, role, from, to, place, unit, sectors: only }) => ({
      id,
      role,
      from,
      to,
      isOver: to !== null && (to < today || to < from),
      where: unit?.name ?? place?.name ?? null,
      sectors: only === '*' ? null : only.map((sector) => wordFor(sectors, sector, ctx.locale)),
    })),
    account: account && {
      id: account.id,
      phone: account.phone === null ? null : maskedPhone(account.phone),
      staffNumber: account.staffNumber,
      hasPassword: account.passwordHash !== null,
      isOwn: account.id === ctx.actor.accountId,
      slipUntil: slip && slip.expiresAt > ctx.now ? slip.expiresAt.toISOString() : null,
    },
  }
})

export const action = serve('administrator', async (ctx, { request, params }) => {
  const { account, name, posts } = await personOf(ctx, param(params, 'personId'))
  if (!account) throw new NotFound()
  requireFreshPassword(ctx, request)
  const outcome = await resetAccess(ctx, account.id)
  if (isRefused(outcome)) return refusedForm(outcome, new FormData())
  const { staffNumber, phone } = account
  const unitName = posts.find(({ to }) => to === null)?.unit.name ?? null
  const expiresAt = outcome.expiresAt.toISOString()
  return {
    slip: {
      name,
      login: phone ?? staffNumber,
      staffNumber,
      unitName,
      code: slipText(outcome.code),
      expiresAt,
      address: `${settings().publicUrl}/sign-in/slip`,
    },
  }
})

export const handle = titled<typeof loader>((t, { name }) => `${name} · ${t('org:person.title')}`)

export default function PersonPage() {
  const person = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  if (answer && 'slip' in answer)
    return (
      <AdminFrame title={t('reset.done', { name: person.name })}>
        <SlipPaper slip={answer.slip} back={`/admin/people/${person.id}`} />
      </AdminFrame>
    )
  return (
    <AdminFrame title={person.name} back={{ href: '/admin/people', label: t('person.back') }}>
      <PersonView person={person} answer={answer} />
    </AdminFrame>
  )
}
