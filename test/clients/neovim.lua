-- Opens a file of a review with Neovim's own language client, waits for diagnostics, and prints them as JSON lines.
local command, root, path = arg_command, arg_root, arg_path
vim.cmd('edit ' .. vim.fn.fnameescape(path))
vim.lsp.set_log_level('error')
local id = vim.lsp.start_client({ name = 'metasynth', cmd = command, root_dir = root })
vim.lsp.buf_attach_client(0, id)

local function show()
  local list = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(list, {
      code = each.code or each.user_data and each.user_data.lsp and each.user_data.lsp.code,
      line = each.lnum,
      character = each.col,
      endCharacter = each.end_col,
      message = each.message,
    })
  end
  return list
end

vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 20)
-- What comes later than the first batch counts too.
vim.wait(500)
local before = show()

-- The same file, mended in the buffer: what was shown must go.
local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
for index, line in ipairs(lines) do
  lines[index] = line:gsub('givng%-back', 'giving-back')
end
vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
vim.wait(5000, function() return #vim.diagnostic.get(0) == 0 end, 20)
local after = show()

local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', {
  textDocument = vim.lsp.util.make_text_document_params(),
  position = arg_position,
}, 5000)
local words = ''
for _, answer in pairs(hover or {}) do
  if answer.result then words = answer.result.contents.value end
end
io.stdout:write(vim.fn.json_encode({ before = before, after = after, hover = words }) .. '\n')
vim.lsp.stop_client(id)
vim.cmd('qall!')
