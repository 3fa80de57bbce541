import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { remembering } from '../kit/remembering.server'
import { type EndProps, LessonEnd } from './lesson-end'
import { PieceBox, type PieceProps } from './piece'
import { PieceSheet, type PieceSheetProps } from './piece-sheet'
import { VideoBox, type VideoProps } from './video-box'

const inWords = (locale: Locale, element: ReactElement): string =>
  renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{element}</I18nextProvider>)

const remembered = remembering(2000)

/** A piece as HTML: the same in the page and in the answer to a script. */
export const pieceHtml = (locale: Locale, props: PieceProps): string => inWords(locale, <PieceBox {...props} />)

export const sheetHtml = (locale: Locale, props: PieceSheetProps): string => inWords(locale, <PieceSheet {...props} />)

export const endHtml = (locale: Locale, props: EndProps): string =>
  remembered(`${locale} end ${JSON.stringify(props)}`, () => inWords(locale, <LessonEnd {...props} />))

export const videoHtml = (locale: Locale, props: VideoProps): string => inWords(locale, <VideoBox {...props} />)
