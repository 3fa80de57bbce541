import { type Role, roles } from '~/domain/accounts/grants'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, type Option, Select } from '~/ui/kit/field'
import { ActForm } from './act-form'
import { Checks } from './checks'
import { FindForm } from './find-form'

type Found = { rows: { id: string; name: string; about: string }[]; total: number } | null
type Carried = { carried: Record<string, string> }

const onward = (carried: Record<string, string>, more: Record<string, string>) =>
  `/admin/grants/new?${new URLSearchParams({ ...carried, ...more })}`

/** What was chosen on the pages before. */
export function SoFar({
  name,
  staffNumber,
  role,
  where,
  chosenSectors,
}: {
  name: string | null
  staffNumber: string | null
  role: Role | null
  where: string | null
  chosenSectors: string[]
}) {
  const { t } = useTranslation('org')
  const parts = [name && `${name} ${staffNumber ?? ''}`, role && t(`role.${role}`), where, ...chosenSectors].flatMap((part) => part || [])
  return parts.length === 0 ? null : <p className="-mt-3 mb-6 text-18">{parts.join(' · ')}</p>
}

function Choices({ found, carried, as, none }: Carried & { found: Found; as: string; none: string }) {
  const { t } = useTranslation('org')
  if (!found) return null
  if (found.rows.length === 0) return <p>{none}</p>
  return (
    <>
      <ul className="max-w-measure border-t border-line">
        {found.rows.map(({ id, name, about }) => (
          <li key={id} className="border-b border-line">
            <a href={onward(carried, { [as]: id })} className="block min-h-touch py-2">
              {name} <span className="text-14 text-ink2">{about}</span>
            </a>
          </li>
        ))}
      </ul>
      {found.total > found.rows.length && <p className="mt-3 text-ink2">{t('merge.more', { count: found.total })}</p>}
    </>
  )
}

export function PickPerson({ asked, found, carried }: Carried & { asked: string; found: Found }) {
  const { t } = useTranslation('org')
  return (
    <>
      <FindForm name="q" label={t('person.search')} hint={t('grant.personHint')} value={asked} carried={carried} />
      <Choices found={found} carried={carried} as="account" none={t('person.nobody', { asked })} />
    </>
  )
}

export function PickUnit({ asked, found, carried }: Carried & { asked: string; found: Found }) {
  const { t } = useTranslation('org')
  return (
    <>
      <FindForm name="q" label={t('merge.search')} value={asked} carried={carried} />
      <Choices found={found} carried={carried} as="unit" none={t('merge.nothing')} />
    </>
  )
}

export function AskRole({ carried }: Carried) {
  const { t } = useTranslation('org')
  return (
    <ul className="max-w-measure border-t border-line">
      {[...roles].reverse().map((role) => (
        <li key={role} className="border-b border-line">
          <a href={onward(carried, { role })} className="block min-h-touch py-3">
            <span className="font-semibold">{t(`role.${role}`)}</span>
          </a>
          <p className="-mt-2 pb-3 text-ink2">{t(`roleText.${role}`)}</p>
        </li>
      ))}
    </ul>
  )
}

export function AskPlace({ carried, places, sectors }: Carried & { places: Option[]; sectors: Option[] }) {
  const { t } = useTranslation('org')
  return (
    <form method="get" className="max-w-measure">
      {Object.entries(carried).map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <Select name="place" label={t('grant.place')} hint={t('grant.placeHint')} options={places} required />
      <Checks
        name="sector"
        legend={t('grant.sectors')}
        hint={t('grant.sectorsHint')}
        options={[{ value: '*', label: t('grant.allSectors') }, ...sectors]}
        chosen={['*']}
      />
      <Button weight="primary">{t('next')}</Button>
    </form>
  )
}

export function AppointForm({
  answer,
  role,
  isOwn,
  today,
}: {
  answer: FormAnswer | undefined
  role: Role | null
  isOwn: boolean
  today: string
}) {
  const { t } = useTranslation('org')
  return (
    <ActForm answer={answer} submit={t('grant.submit')} back="/admin/grants">
      <p className="mb-5 text-ink2">{t(role === null ? 'grant.lead' : `roleText.${role}`)}</p>
      <p className="mb-5 text-ink2">{t(isOwn ? 'grant.sessionsOwn' : 'grant.sessions')}</p>
      <Field name="from" label={t('span.from')} type="date" value={today} answer={answer} required />
      <Field name="to" label={t('span.to')} hint={t('span.toHint')} type="date" answer={answer} />
    </ActForm>
  )
}
