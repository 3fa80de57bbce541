import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Facts, Part } from './facts'
import { spanText } from './unit-view'

type Span = { id: string; from: string; to: string | null; isOver: boolean }
export type PersonFacts = {
  id: string
  name: string
  phone: string | null
  hasIdNumber: boolean
  posts: (Span & { position: string; unit: { id: string; name: string } })[]
  joins: { id: string; position: string; unit: { id: string; name: string } }[]
  grants: (Span & { role: string; where: string | null; sectors: string[] | null })[]
  account: { id: string; phone: string | null; staffNumber: string; hasPassword: boolean; isOwn: boolean; slipUntil: string | null } | null
}

/** A person as administration sees him: how he signs in, where he works, what he may do; and the new way in. */
export function PersonView({ person, answer }: { person: PersonFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('org')
  const locale = useLocale()
  const { account } = person
  const wayIn = account?.hasPassword ? t('person.byPassword') : t('person.noPassword')
  return (
    <>
      <Facts
        facts={[
          { key: 'phone', label: t('person.phone'), value: person.phone ?? t('nothing') },
          { key: 'id', label: t('person.idNumber'), value: t(person.hasIdNumber ? 'person.idKept' : 'nothing') },
          ...(account
            ? [
                { key: 'number', label: t('person.staffNumber'), value: account.staffNumber },
                { key: 'way', label: t('person.wayIn'), value: account.phone === null ? `${wayIn} ${t('person.numberOnly')}` : wayIn },
              ]
            : []),
          ...(account?.slipUntil
            ? [{ key: 'slip', label: t('person.slip'), value: t('person.slipUntil', { instant: instantText(account.slipUntil, locale) }) }]
            : []),
        ]}
      />
      <Part title={t('person.posts')}>
        {person.posts.length + person.joins.length === 0 && <p className="py-2 text-ink2">{t('person.noPost')}</p>}
        <ul>
          {person.joins.map(({ id, position, unit }) => (
            <Line key={id} text={position} href={`/units/${unit.id}/joins`} where={unit.name} when={t('person.waiting')} />
          ))}
          {person.posts.map(({ id, position, unit, ...span }) => (
            <Line
              key={id}
              text={position}
              href={`/admin/units/${unit.id}`}
              where={unit.name}
              when={spanText(t, span, locale)}
              quiet={span.isOver}
            />
          ))}
        </ul>
      </Part>
      {account && (
        <Part title={t('grant.title')} acts={[{ href: `/admin/grants/new?account=${account.id}`, label: t('grant.give') }]}>
          {person.grants.length === 0 && <p className="py-2 text-ink2">{t('grant.nobodyHolds')}</p>}
          <ul>
            {person.grants.map(({ id, role, where, sectors, ...span }) => (
              <Line
                key={id}
                text={t(`role.${role}`)}
                href={`/admin/grants/${id}`}
                where={[where ?? t('grant.everything'), ...(sectors ?? [])].join(' · ')}
                when={spanText(t, span, locale)}
                quiet={span.isOver}
              />
            ))}
          </ul>
        </Part>
      )}
      {account && (
        <Part title={t('reset.title')}>
          <p className="max-w-measure py-2">{t(account.isOwn ? 'reset.own' : 'reset.text')}</p>
          <FormErrors answer={answer} />
          {account.isOwn ? (
            <a href="/password" className="inline-flex min-h-touch items-center">
              {t('reset.toPassword')}
            </a>
          ) : (
            <form method="post">
              <Button>{t('reset.submit')}</Button>
            </form>
          )}
        </Part>
      )}
      {account && (
        <p className="no-print mt-10 flex flex-wrap gap-x-6">
          <a href={`/admin/people/${person.id}/merge`} className="inline-flex min-h-touch items-center">
            {t('people:merge.link')}
          </a>
          <a href={`/admin/audit?actor=${encodeURIComponent(person.name)}`} className="inline-flex min-h-touch items-center">
            {t('person.toAudit')}
          </a>
          <a href={`/admin/people/${person.id}/erase`} className="inline-flex min-h-touch items-center">
            {t('personal:erase.link')}
          </a>
        </p>
      )}
    </>
  )
}

function Line({ text, href, where, when, quiet = false }: { text: string; href: string; where: string; when: string; quiet?: boolean }) {
  return (
    <li className={`flex flex-wrap items-center gap-x-4 border-b border-line py-2 ${quiet ? 'text-ink2' : ''}`}>
      <span className="w-full pt-1 sm:w-auto sm:flex-1 sm:pt-0">
        {text} · <a href={href}>{where}</a>
      </span>
      <span className="text-ink2">{when}</span>
    </li>
  )
}
