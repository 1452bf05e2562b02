-- Reads a site, and which of some ids were handled.
-- Answers {} if its version is `known`, else { state, version, { handled id, … } }; the state of a
-- site that was never saved is '', its version 0.
local site, handled = KEYS[1], KEYS[2]
local known, ids = ARGV[1], cjson.decode(ARGV[2])

local state, version = unpack(redis.call('HMGET', site, 'state', 'version'))
version = version or '0'
if version == known then
  return {}
end
local found = {}
for _, id in ipairs(ids) do
  if redis.call('ZSCORE', handled, id) then
    table.insert(found, id)
  end
end
return { state or '', version, found }
