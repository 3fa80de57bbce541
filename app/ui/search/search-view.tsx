import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import type { Hit, SearchKind, SearchPage, Shelf } from './search-page'

const address = (asked: string, kind: SearchKind | null): string =>
  `/search?${new URLSearchParams({ q: asked, ...(kind === null ? {} : { kind }) })}`

/** One box for everything, and what was found, kind by kind. */
export function SearchView({ page }: { page: SearchPage }) {
  const { t } = useTranslation('search')
  const { asked, kind, shelves, mayLookFor } = page
  const found = shelves.filter(({ total }) => total > 0)
  return (
    <div className="mx-auto max-w-measure">
      <h1>{t('title')}</h1>
      <Box asked={asked} kinds={mayLookFor} />
      {kind !== null && (
        <p className="mb-4">
          <a href={address(asked, null)} className="inline-flex min-h-touch items-center">
            {t('everything')}
          </a>
        </p>
      )}
      {asked !== '' && found.length === 0 && <Empty title={t('nothing', { asked })}>{t('nothingText')}</Empty>}
      {found.map((shelf) => (
        <ShelfView key={shelf.kind} shelf={shelf} asked={asked} isOnly={kind !== null} />
      ))}
      {kind !== null && found.length > 0 && <Pager page={page.page} pages={page.pages} total={found[0]?.total ?? 0} search={page.search} />}
    </div>
  )
}

function Box({ asked, kinds }: { asked: string; kinds: readonly SearchKind[] }) {
  const { t } = useTranslation('search')
  const listed = kinds.map((kind) => t(`kind.${kind}`)).join(t('comma'))
  return (
    <search className="mb-6 mt-4 block">
      <form method="get" action="/search">
        <label htmlFor="q" className="font-semibold">
          {t('box')}
        </label>
        <p id="q-hint" className="text-14 text-ink2">
          {t('boxHint', { kinds: listed })}
        </p>
        <div className="mt-1 flex gap-2">
          <input
            id="q"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={asked}
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-describedby="q-hint"
            className="block min-h-touch w-full min-w-0 flex-1 rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          />
          <Button weight="primary">{t('find')}</Button>
        </div>
      </form>
    </search>
  )
}

function ShelfView({ shelf: { kind, total, hits }, asked, isOnly }: { shelf: Shelf; asked: string; isOnly: boolean }) {
  const { t } = useTranslation('search')
  return (
    <section aria-labelledby={`found-${kind}`} className="mb-8">
      <h2 id={`found-${kind}`} className="first-letter:uppercase">
        {t(`kind.${kind}`)} <span className="text-16 font-normal text-ink2">{total}</span>
      </h2>
      <ul className="mt-2">
        {hits.map(({ key, href, title, note }) => (
          <li key={key} className="border-b border-line">
            <HitLine href={href} title={title} note={note} />
          </li>
        ))}
      </ul>
      {!isOnly && total > hits.length && (
        <p>
          <a href={address(asked, kind)} className="inline-flex min-h-touch items-center">
            {t('all', { count: total, kind: t(`kind.${kind}`) })}
          </a>
        </p>
      )}
    </section>
  )
}

function HitLine({ href, title, note }: Omit<Hit, 'key'>) {
  const under = note !== '' && <span className="block text-14 text-ink2">{note}</span>
  if (href === null)
    return (
      <div className="min-h-touch py-2">
        {title}
        {under}
      </div>
    )
  return (
    <a href={href} className="block min-h-touch py-2 no-underline">
      <span className="block underline underline-offset-4">{title}</span>
      {under}
    </a>
  )
}
