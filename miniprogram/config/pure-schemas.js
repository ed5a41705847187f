const path = require('node:path')

const SHARED = path.resolve(__dirname, '../../shared') + path.sep

/**
 * `export const Bill = z.object(…)` becomes a function that is called at once and marked pure, so that a schema which
 * no page uses is left out. It may: nothing in shared/ does anything but give a value.
 */
module.exports = function pureSchemas({ types }) {
  const makes = (node) =>
    node.type === 'CallExpression' ||
    node.type === 'NewExpression' ||
    (node.type === 'TSAsExpression' && makes(node.expression)) ||
    (node.type === 'ObjectExpression' && node.properties.some(({ value }) => value && makes(value)))

  return {
    visitor: {
      Program(program, { filename }) {
        if (!filename?.startsWith(SHARED)) return
        for (const statement of program.get('body')) {
          const declaration = statement.isExportNamedDeclaration() ? statement.get('declaration') : statement
          if (!declaration.isVariableDeclaration()) continue
          for (const { node } of declaration.get('declarations')) {
            if (!node.init || !makes(node.init)) continue
            node.init = types.callExpression(types.arrowFunctionExpression([], node.init), [])
            types.addComment(node.init, 'leading', '#__PURE__')
          }
        }
      },
    },
  }
}
