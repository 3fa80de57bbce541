import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import { Field, FormErrors } from '../../kit/field'
import { Empty } from '../../kit/notice'

export type AlikeRecord = {
  id: string
  name: string
  phone: string | null
  staffNumber: string | null
  posts: { id: string; position: string; unit: string; from: string; to: string | null }[]
}

/** Which other record is the same person; it goes into this one, once the name is written again. */
export function MergePeople({
  name,
  alike,
  answer,
  back,
}: {
  name: string
  alike: AlikeRecord[]
  answer: FormAnswer | undefined
  back: string
}) {
  const { t } = useTranslation('people')
  const errors = answer?.errors.goneId ?? []
  if (alike.length === 0)
    return (
      <>
        <Empty title={t('merge.none')}>
          <p>{t('merge.noneText')}</p>
        </Empty>
        <Back href={back} name={name} />
      </>
    )
  return (
    <>
      <p className="mt-4 max-w-measure">{t('merge.lead')}</p>
      <p className="mt-2 max-w-measure text-ink2">{t('merge.signIn')}</p>
      <form method="post" className="mt-6 max-w-measure">
        <FormErrors answer={answer} />
        <fieldset aria-describedby={errors.length > 0 ? 'gone-error' : undefined}>
          <legend className="font-semibold">{t('merge.choose')}</legend>
          <div className="mt-2 divide-y divide-line border-y border-line">
            {alike.map((record) => (
              <Choice key={record.id} record={record} isChosen={answer?.values.goneId === record.id || alike.length === 1} />
            ))}
          </div>
          {errors.length > 0 && (
            <p id="gone-error" className="mt-1 text-vermilion">
              {errors.map((key) => t(key)).join(' ')}
            </p>
          )}
        </fieldset>
        <p className="my-4 text-ink2">{t('merge.twice')}</p>
        <Field name="typed" label={t('merge.typed', { name })} answer={answer} autoComplete="off" required />
        <Button weight="danger">{t('merge.go')}</Button>
      </form>
      <Back href={back} name={name} />
    </>
  )
}

function Choice({ record: { id, name, phone, staffNumber, posts }, isChosen }: { record: AlikeRecord; isChosen: boolean }) {
  const { t } = useTranslation('people')
  return (
    <label className="flex min-h-touch gap-3 py-3">
      <input type="radio" name="goneId" value={id} required defaultChecked={isChosen} className="mt-1 size-5 shrink-0" />
      <span>
        <span className="font-semibold">{name}</span>
        <span className="block text-ink2">
          {[staffNumber === null ? '' : t('merge.number', { number: staffNumber }), phone ?? t('list.noPhone')]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {posts.length === 0 && <span className="block text-ink2">{t('merge.noPosts')}</span>}
        {posts.map((post) => (
          <span key={post.id} className="block text-ink2">
            {post.unit} ·{' '}
            {post.to === null
              ? t('clash.postOpen', { position: post.position, from: post.from })
              : t('clash.post', { ...post, to: post.to })}
          </span>
        ))}
      </span>
    </label>
  )
}

function Back({ href, name }: { href: string; name: string }) {
  const { t } = useTranslation('people')
  return (
    <p className="mt-6">
      <a href={href} className="inline-flex min-h-touch items-center">
        {t('merge.back', { name })}
      </a>
    </p>
  )
}
