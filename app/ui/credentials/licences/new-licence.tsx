import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { AuthorisesNothing, ChooseKind, EnterLicence } from './enter-licence'
import type { KindView } from './view'

export type NewLicenceFacts = {
  kind: KindView | null
  kinds: KindView[]
  replaces: string | null
  unconfirmed: string[]
  values: Record<string, string>
  holder: { name: string }
}

/** A new licence: first its kind, then only what is printed on it. `query` goes on in the address, ending in &. */
export function NewLicence({
  page,
  answer,
  query,
  isOwn,
}: {
  page: NewLicenceFacts
  answer: FormAnswer | undefined
  query: string
  isOwn: boolean
}) {
  const { t } = useTranslation('licences')
  const { kind, kinds, replaces, unconfirmed, values, holder } = page
  const back = `?${query}`
  const title = replaces !== null ? t('new.replaceTitle') : isOwn ? t('new.title') : t('new.titleFor', { name: holder.name })
  return (
    <>
      <h1>{title}</h1>
      {kind === null && <ChooseKind kinds={kinds} query={query} />}
      {kind !== null && kind.nothing !== null && <AuthorisesNothing kind={kind} back={back} query={query} />}
      {kind !== null && kind.nothing === null && (
        <>
          <p className="mt-3 max-w-measure text-ink2">{t(replaces === null ? 'new.lead' : 'new.replaceLead')}</p>
          <EnterLicence
            kind={kind}
            answer={answer}
            values={values}
            back={replaces === null ? back : null}
            submit={t('new.submit')}
            hasPhoto={false}
          />
          {unconfirmed.map((says) => (
            <p key={says} className="mt-6 max-w-measure border-l-4 border-due pl-4 text-ink2">
              {says}
            </p>
          ))}
        </>
      )}
    </>
  )
}
