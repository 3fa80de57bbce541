import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../../kit/button'
import { Field, FormErrors } from '../../kit/field'
import { Notice } from '../../kit/notice'

type Facts = {
  unitId: string
  person: { id: string; name: string; phone: string | null; idNumber: string | null }
  account: { id: string; staffNumber: string; byPhone: boolean; hasPassword: boolean } | null
  access: 'open' | 'left' | 'grants' | 'elsewhere'
  answer: FormAnswer | undefined
}

/** How a person signs in, and what can be put right about him. */
export function PersonAccess({ unitId, person, account, access, answer }: Facts) {
  const { t } = useTranslation('people')
  return (
    <section aria-labelledby="access" className="mt-10 max-w-measure">
      <h2 id="access" className="text-18">
        {t('access.title')}
      </h2>
      {account && (
        <dl className="mt-3 divide-y divide-line border-y border-line">
          <Row term={t('access.staffNumber')} value={account.staffNumber} />
          <Row term={t('field.phone')} value={person.phone ?? (account.byPhone ? t('access.phoneHidden') : t('list.noPhone'))} />
          {person.idNumber && <Row term={t('access.idNumber')} value={person.idNumber} />}
          <Row term={t('access.password')} value={account.hasPassword ? t('access.hasPassword') : t('access.noPassword')} />
        </dl>
      )}
      {access === 'open' ? (
        <>
          {account && (
            <p className="mt-4">
              <LinkButton href={`/units/${unitId}/slips/${account.id}`} weight={account.hasPassword ? 'plain' : 'primary'}>
                {t('access.slip')}
              </LinkButton>
            </p>
          )}
          {(person.phone !== null || person.idNumber !== null) && (
            <p className="no-print mt-2">
              <a href={`/units/${unitId}/people/${person.id}/number`} className="inline-flex min-h-touch items-center">
                {t('personal:number.link')}
              </a>
            </p>
          )}
          <Correction person={person} answer={answer?.values.intent === 'correct' ? answer : undefined} />
          <p className="no-print mt-2 border-t border-line pt-2">
            <a href={`/units/${unitId}/people/${person.id}/merge`} className="inline-flex min-h-touch items-center">
              {t('merge.link')}
            </a>
          </p>
        </>
      ) : (
        <div className="mt-4">
          <Notice>
            <p>{t(`access.closed.${access}`)}</p>
          </Notice>
        </div>
      )}
    </section>
  )
}

function Correction({ person, answer }: { person: Facts['person']; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('people')
  return (
    <details className="mt-4 border-t border-line pt-2" open={answer !== undefined}>
      <summary className="flex min-h-touch items-center text-indigo underline underline-offset-4">{t('correct.title')}</summary>
      <form method="post" className="mt-4 max-w-md">
        <FormErrors answer={answer} />
        <input type="hidden" name="intent" value="correct" />
        <Field name="name" label={t('field.name')} value={person.name} answer={answer} required />
        <Field
          name="phone"
          label={t('field.phoneOptional')}
          hint={t('correct.phoneHint')}
          value={person.phone ?? ''}
          answer={answer}
          type="tel"
          inputMode="tel"
        />
        <Button>{t('correct.go')}</Button>
      </form>
    </details>
  )
}

const Row = ({ term, value }: { term: string; value: string }) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-6 py-3">
    <dt className="text-ink2">{term}</dt>
    <dd className="font-semibold">{value}</dd>
  </div>
)
