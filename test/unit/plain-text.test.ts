import { expect, it } from "vitest";
import { plainText } from "../../server/src/lsp/plain-text";

it("reads well where markdown is not shown", () => {
  const markdown = `### **python:3.13-slim**, see [the rule](https://example.com/rules#a)

| image | *download* | on disk |
| --- | ---: | ---: |
| \`python:3.13-slim\` | 44.0 MB | 119 MB |
| \`a\\|b\` | | **46.1 MB** |

Set \`__NAME__\` or snake_case_name, not _this_ nor \\*that\\*.
`;
  expect(plainText(markdown)).toBe(`python:3.13-slim, see the rule (https://example.com/rules#a)

image             download  on disk
python:3.13-slim  44.0 MB   119 MB
a\\|b                        46.1 MB

Set __NAME__ or snake_case_name, not this nor *that*.`);
});
