-- Sends prepared requests in turn and checks each answer while measuring. Arguments:
--   FILE     a line for each request: method, path, content type, key, expected answer, body, with tabs between them
--   KEY      what tells in an answer which request it is for: a Lua pattern for the body, "header:NAME", or "status"
--   ANSWER   a Lua pattern; its matches in the body, joined by blanks, are compared with what is expected
--   HEADERS  more headers, "Name: value" with "|" between them
-- With KEY "status" the status alone is compared with what is expected of the first request.

local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

local function split(line, separator, most)
  local parts, from = {}, 1
  while #parts < most - 1 do
    local at = line:find(separator, from, true)
    if not at then break end
    table.insert(parts, line:sub(from, at - 1))
    from = at + 1
  end
  table.insert(parts, line:sub(from))
  return parts
end

function init(args)
  key, answer = args[2], args[3]
  header = key:match("^header:(.*)$")
  requests, expected, next_request = {}, {}, 0
  checked, mismatches, example = 0, 0, ""
  local shared = {}
  for _, line in ipairs(split(args[4] or "", "|", 100)) do
    local name, value = line:match("^([^:]+): *(.*)$")
    if name then shared[name] = value end
  end
  for line in io.lines(args[1]) do
    local parts = split(line, "\t", 6)
    local headers = {}
    for name, value in pairs(shared) do headers[name] = value end
    if parts[3] ~= "" then headers["Content-Type"] = parts[3] end
    if header then headers[header] = parts[4] end
    local body = parts[6] ~= "" and parts[6] or nil
    table.insert(requests, wrk.format(parts[1], parts[2], headers, body))
    expected[parts[4]] = parts[5]
    first = first or parts[5]
  end
  -- Threads and connections start at different questions.
  next_request = number * 997 % #requests
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

local function right(status, headers, body)
  if key == "status" then return tostring(status) == first end
  if status ~= 200 then return false end
  local id = header and headers[header] or body:match(key)
  if not id then return false end
  local found = {}
  for part in body:gmatch(answer) do table.insert(found, part) end
  return expected[id] == table.concat(found, " ")
end

function response(status, headers, body)
  checked = checked + 1
  if not right(status, headers, body) then
    mismatches = mismatches + 1
    if example == "" then example = status .. " " .. (body:match('"detail":"[^"]*"') or "") .. " " .. body:sub(1, 300) end
  end
end

function done(summary, latency, _)
  local checked, mismatches, example = 0, 0, ""
  for _, thread in ipairs(threads) do
    checked = checked + thread:get("checked")
    mismatches = mismatches + thread:get("mismatches")
    if example == "" then example = thread:get("example") end
  end
  local errors = summary.errors
  io.write(string.format("RESULT\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), checked, mismatches,
    errors.connect + errors.read + errors.write + errors.timeout, (example:gsub("[\t\r\n]", " "))))
end
