import type { editor } from 'monaco-graphql/esm/monaco-editor.js';

/** The names of our two editor themes, as GraphiQL asks for them. */
export const EDITOR_THEMES = { light: 'newsgraph-light', dark: 'newsgraph-dark' } as const;

interface Palette {
  readonly base: editor.BuiltinTheme;
  readonly surface: string;
  readonly accent: string;
  readonly text: string;
  readonly keyword: string;
  readonly field: string;
  readonly argument: string;
  readonly type: string;
  readonly string: string;
  readonly number: string;
  readonly comment: string;
}

/** `surface` and `accent` are `--color-base` and `--color-primary` of explorer.css. Every colour on `surface` reaches 4.5:1. */
const LIGHT: Palette = {
  base: 'vs',
  surface: '#ffffff',
  accent: '#0b6394',
  text: '#2c3542',
  keyword: '#7a34a8',
  field: '#0b5f8f',
  argument: '#8f4a00',
  type: '#0c6b58',
  string: '#a8371c',
  number: '#2f6b14',
  comment: '#667085',
};

const DARK: Palette = {
  base: 'vs-dark',
  surface: '#171d28',
  accent: '#5cb8f0',
  text: '#d5dbe6',
  keyword: '#c9a5f7',
  field: '#7cc4f5',
  argument: '#f0b676',
  type: '#6cd4b5',
  string: '#f2a58d',
  number: '#a9d98a',
  comment: '#8a95a9',
};

/** Makes the two themes known to Monaco. It must run before the first editor is created. */
export function defineEditorThemes(define: typeof editor.defineTheme): void {
  define(EDITOR_THEMES.light, themeOf(LIGHT));
  define(EDITOR_THEMES.dark, themeOf(DARK));
}

function themeOf(palette: Palette): editor.IStandaloneThemeData {
  return { base: palette.base, inherit: true, rules: rulesOf(palette), colors: colorsOf(palette) };
}

/** Token names are those of Monaco's GraphQL and JSON tokenizers. */
function rulesOf(palette: Palette): editor.ITokenThemeRule[] {
  return [
    { token: 'keyword.gql', foreground: palette.keyword },
    { token: 'key.identifier.gql', foreground: palette.field },
    { token: 'argument.identifier.gql', foreground: palette.argument },
    { token: 'type.identifier.gql', foreground: palette.type },
    { token: 'annotation.gql', foreground: palette.keyword },
    { token: 'string.key.json', foreground: palette.field },
    { token: 'string.value.json', foreground: palette.string },
    { token: 'keyword.json', foreground: palette.keyword },
    { token: 'string', foreground: palette.string },
    { token: 'number', foreground: palette.number },
    { token: 'comment', foreground: palette.comment },
    { token: '', foreground: palette.text },
  ];
}

function colorsOf({ surface, accent, text, comment }: Palette): editor.IColors {
  const accentTint = `${accent}22`;
  return {
    'editor.background': '#00000000',
    'editor.foreground': text,
    'editor.placeholder.foreground': comment,
    'editorBracketHighlight.foreground1': comment,
    'editorBracketHighlight.foreground2': comment,
    'editorBracketHighlight.foreground3': comment,
    'editorLineNumber.foreground': comment,
    'editorLineNumber.activeForeground': text,
    'editorWidget.background': surface,
    'editorWidget.resizeBorder': accent,
    'editorHoverWidget.background': surface,
    'editorSuggestWidget.background': surface,
    'editorSuggestWidget.selectedBackground': accentTint,
    'editorSuggestWidget.selectedForeground': text,
    'editorSuggestWidget.highlightForeground': accent,
    'editorLink.activeForeground': accent,
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    'menu.background': surface,
    'menu.selectionBackground': accentTint,
    'menu.selectionForeground': accent,
    'quickInput.background': surface,
    'quickInputList.focusBackground': accentTint,
    'quickInputList.focusForeground': text,
    'pickerGroup.foreground': accent,
    'list.hoverBackground': accentTint,
    'list.highlightForeground': accent,
    'list.focusHighlightForeground': accent,
    'input.background': `${comment}22`,
    'inputOption.hoverBackground': accentTint,
    'toolbar.hoverBackground': accentTint,
    'scrollbar.shadow': '#00000000',
    focusBorder: accent,
  };
}
