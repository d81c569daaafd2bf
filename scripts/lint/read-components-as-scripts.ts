import typescript from 'typescript'
import { parser } from 'typescript-eslint'
import { parseForESLint } from 'vue-eslint-parser'

/**
 * From now on TypeScript reads a component from disk as its script, exactly as ESLint passes it later. If it were read
 * whole, each component would seem to change when it is linted, and the types of the entire project would be computed
 * again.
 */
export function readComponentsAsScripts(): void {
  const { sys } = typescript
  const readFile = sys.readFile.bind(sys)
  sys.readFile = (path, encoding) => {
    const text = readFile(path, encoding)
    return text !== undefined && path.endsWith('.vue') ? scriptOf(text, path) : text
  }
}

/** The part of a component that is parsed with types: its script, with its type parameters before it. */
export function scriptOf(text: string, filePath: string): string {
  let script = ''
  const parse = (code: string, options: { readonly projectService?: boolean }): object => {
    // Parts of the template come without types.
    if (options.projectService === true) script = code
    return parser.parseForESLint(code)
  }
  parseForESLint(text, {
    filePath,
    sourceType: 'module',
    projectService: true,
    parser: { parseForESLint: parse },
  })
  return script
}
