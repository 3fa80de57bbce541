import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { LicenceFields, PhotoField } from './licence-fields'
import type { KindView } from './view'

/** Kind first: each by what it is headed, so that people know theirs. `query` is kept in the address. */
export function ChooseKind({ kinds, query }: { kinds: KindView[]; query: string }) {
  const { t } = useTranslation('licences')
  return (
    <>
      <p className="mt-3 max-w-measure text-ink2">{t('choose.lead')}</p>
      <ul className="mt-4 max-w-measure border-t border-line">
        {kinds.map((kind) => (
          <li key={kind.id} className="border-b border-line">
            <a href={`?${query}kind=${kind.id}`} className="block py-4 no-underline">
              <span className="block font-semibold text-indigo">{kind.name}</span>
              <span className="block text-14 text-ink2">{kind.from}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

type Facts = {
  kind: KindView
  answer: FormAnswer | undefined
  values: Readonly<Record<string, string>>
  /** Back to choosing the kind; null where it is settled. */
  back: string | null
  submit: string
  hasPhoto: boolean
}

/** The card as it is printed, and a photograph of it where wanted. */
export function EnterLicence({ kind, answer, values, back, submit, hasPhoto }: Facts) {
  const { t } = useTranslation('licences')
  return (
    <form method="post" encType="multipart/form-data" className="mt-6 max-w-md">
      <p className="mb-5">
        <span className="font-semibold">{kind.name}</span>
        {back !== null && (
          <a href={back} className="ml-3 inline-flex min-h-touch items-center">
            {t('choose.other')}
          </a>
        )}
      </p>
      <FormErrors answer={answer} />
      <LicenceFields kind={kind} answer={answer} values={values} />
      <PhotoField answer={answer} hasOne={hasPhoto} />
      <Button weight="primary" className="w-full sm:w-auto">
        {submit}
      </Button>
    </form>
  )
}

/** A paper that people show and that lets them do nothing: why, and which one they need. */
export function AuthorisesNothing({ kind, back, query }: { kind: KindView; back: string; query: string }) {
  const { t } = useTranslation('licences')
  return (
    <div className="mt-6 max-w-measure">
      <p className="text-18 font-semibold">{t('nothing.title')}</p>
      <p className="mt-2">{kind.nothing}</p>
      <ul className="mt-4">
        {['hot-work-special', 'hot-work-construction', 'pressure-welding', 'pressure-welder-items'].map((id) => (
          <li key={id}>
            <a href={`?${query}kind=${id}`} className="inline-flex min-h-touch items-center">
              {t(`nothing.${id}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('choose.other')}
        </a>
      </p>
    </div>
  )
}
