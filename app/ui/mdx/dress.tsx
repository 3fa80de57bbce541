import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { useTranslation } from '~/i18n/words'
import { Zoomable } from '~/ui/kit/zoomable'

type Held = { children?: ReactNode }
type Sourced = Held & { of: string; mark: string }

/** What a clause or a case rests on, and that it is second-hand where it is. */
function Source({ of, mark }: { of: string; mark: string }) {
  const { t } = useTranslation('learn')
  return (
    <p className="lesson-source">
      {of}
      {mark === 'V2' && <span className="lesson-reprint">{t('course.reprint')}</span>}
    </p>
  )
}

/** MDX wraps prose in paragraphs only where blank lines say so; the box looks the same either way. */
const Clause = ({ of, mark, children }: Sourced) => (
  <figure className="lesson-clause">
    <blockquote>{children}</blockquote>
    <figcaption>
      <Source of={of} mark={mark} />
    </figcaption>
  </figure>
)

function Case({ of, mark, children }: Sourced) {
  const { t } = useTranslation('learn')
  return (
    <aside className="lesson-case">
      <p className="lesson-box-title">{t('lesson.case')}</p>
      <div>{children}</div>
      <Source of={t('lesson.source', { of })} mark={mark} />
    </aside>
  )
}

function Box({ kind, note, children }: Held & { kind: 'do' | 'dont' | 'house'; note?: string }) {
  const { t } = useTranslation('learn')
  return (
    <section className={`lesson-box lesson-${kind}`}>
      <p className="lesson-box-title">
        <span aria-hidden="true" className="lesson-box-sign" />
        {t(`lesson.${kind}`)}
      </p>
      <div>{children}</div>
      {note && <p className="lesson-source">{t(note)}</p>}
    </section>
  )
}

const Do = ({ children }: Held) => <Box kind="do">{children}</Box>
const Dont = ({ children }: Held) => <Box kind="dont">{children}</Box>
const House = ({ children }: Held) => (
  <Box kind="house" note="lesson.houseNote">
    {children}
  </Box>
)

const TableBox = ({ children }: Held) => (
  <div className="lesson-table">
    <table>{children}</table>
  </div>
)

/** The corner of a table has nothing to head. */
const Head = ({ children }: Held) => (children ? <th scope="col">{children}</th> : <td />)

const Drawings = createContext<(name: string) => string>(() => '')

/** Drawings come from the repository, checked like code. */
function Picture({ name, alt, caption }: { name: string; alt: string; caption?: string }) {
  const svg = useContext(Drawings)(name)
  return (
    <figure className="lesson-picture">
      <Zoomable id={name} drawing={svg}>
        <div role="img" aria-label={alt} dangerouslySetInnerHTML={{ __html: svg }} />
      </Zoomable>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

/** Pieces and videos carry each person's own state: a marker holds their place in the finished HTML. */
const Piece = ({ id }: { id: string }) => <div data-piece={id} />
const Video = ({ id }: { id: string }) => <div data-video={id} />

const parts = { Picture, Clause, Case, Do, Dont, House, Piece, Video, table: TableBox, th: Head }

/** The components that lessons may use, in the reader's language. */
export const dressIn = (locale: Locale) => (Content: ComponentType<{ components?: typeof parts }>, drawing: (name: string) => string) => (
  <I18nextProvider i18n={translator(locale)}>
    <Drawings.Provider value={drawing}>
      <Content components={parts} />
    </Drawings.Provider>
  </I18nextProvider>
)
