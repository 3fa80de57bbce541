import { posterLanguages } from '~/domain/outreach/poster'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'
import { ChooseStyle } from './choose-style'
import { type PackFacts, PackProgress } from './pack-progress'

export type SetFilesFacts = { setId: string; sample: string; style: string; language: string; pack: PackFacts | null }

/** All posters of a set for walls and screens with the loudspeaker's texts, as one zip in a look of one's choice. */
export function SetFiles({ files }: { files: SetFilesFacts }) {
  const { t } = useTranslation('outreach')
  const { setId, sample, style, language, pack } = files
  return (
    <section aria-labelledby="files" className="no-print mt-8 border-t border-line pt-6">
      <h2 id="files">{t('sets.files.title')}</h2>
      <p className="mt-1 max-w-measure text-ink2">{t('sets.files.lead')}</p>
      {pack !== null && <PackProgress pack={pack} />}
      <details open={pack === null || pack.state === 'failed'} className="mt-4">
        <summary className="opens flex min-h-touch cursor-pointer items-center text-indigo">{t('sets.files.choose')}</summary>
        <form method="post" action={`/sets/${setId}`} className="max-w-3xl">
          <ChooseStyle sample={sample} chosen={style} />
          <div className="mt-4 max-w-xs">
            <Select
              name="language"
              label={t('choose.language')}
              options={posterLanguages.map((value) => ({ value, label: t(`choose.languages.${value}`) }))}
              value={language}
            />
          </div>
          <Button>{t('sets.files.make')}</Button>
        </form>
      </details>
    </section>
  )
}
