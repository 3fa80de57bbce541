import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'

export type ClashView = {
  personId: string
  by: 'phone' | 'idNumber' | 'name'
  sameName: boolean
  mayBeSame: boolean
  inside: { name: string; phone: string | null; posts: { position: string; from: string; to: string | null }[] } | null
}

/** "Is it the same person?", with the known people and a button for each answer. It stands inside the form that asks. */
export function ClashChoice({ clashes, name }: { clashes: ClashView[]; name: string }) {
  const { t } = useTranslation('people')
  const byIdNumber = clashes.some((clash) => clash.by === 'idNumber')
  return (
    <fieldset className="mb-6 border-l-4 border-due bg-raised p-4">
      <legend className="sr-only">{t('clash.title')}</legend>
      <p className="font-semibold text-due">{t('clash.title')}</p>
      <ul className="mt-2 divide-y divide-line">
        {clashes.map((clash) => (
          <li key={clash.personId} className="py-3">
            <p className="text-14 text-ink2">{t(`clash.by.${clash.by}`)}</p>
            <Known clash={clash} />
            {clash.mayBeSame && (
              <Button name="same" value={`is:${clash.personId}`} className="mt-3">
                {t('clash.same', { name: clash.inside?.name ?? name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {byIdNumber ? (
        <p className="mt-3 text-ink2">{t('clash.idNumberOnce')}</p>
      ) : (
        <Button name="same" value="other" className="mt-3">
          {t('clash.other', { name })}
        </Button>
      )}
    </fieldset>
  )
}

function Known({ clash }: { clash: ClashView }) {
  const { t } = useTranslation('people')
  if (clash.inside === null) return <p>{clash.sameName ? t('clash.elsewhereSame') : t('clash.elsewhereOther')}</p>
  const { name, phone, posts } = clash.inside
  return (
    <>
      <p>
        <span className="font-semibold">{name}</span> <span>{phone ?? t('list.noPhone')}</span>
      </p>
      <ul>
        {posts.map((post) => (
          <li key={`${post.position} ${post.from}`}>
            {post.to === null
              ? t('clash.postOpen', { position: post.position, from: post.from })
              : t('clash.post', { ...post, to: post.to })}
          </li>
        ))}
      </ul>
    </>
  )
}
