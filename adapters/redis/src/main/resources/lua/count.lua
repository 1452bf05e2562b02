-- Counts steps of conversations, each once: a step is known by its number, and with it all earlier
-- ones of its conversation and day. So a repeat changes nothing, and a worker that comes late
-- neither.
-- Answers { how many were counted }.
--
-- A series is a list { distance, count, distance, count, … } of indexes in rising order, each by its
-- distance from the one before; that of a measure begins with the longest length. It is kept as
-- MessagePack: two bytes for most pairs. Names are numbers; one too many of a kind is number 0.
local steps = cjson.decode(ARGV[1])
local known_for, kept_for, name_max = ARGV[2], ARGV[3], cjson.decode(ARGV[4])

local OTHER = 0

local function number_of(names, kind, name)
  local field = kind .. name
  local number = redis.call('HGET', names, field)
  if number then
    return tonumber(number)
  end
  if redis.call('HINCRBY', names, '#' .. kind, 0) >= name_max[kind] then
    return OTHER
  end
  number = redis.call('HINCRBY', names, '#' .. kind, 1)
  redis.call('HSET', names, field, number)
  redis.call('PEXPIRE', names, kept_for)
  return number
end

local function add(list, first, index)
  local at, sum = first, 0
  while list[at] and sum + list[at] < index do
    sum = sum + list[at]
    at = at + 2
  end
  if list[at] and sum + list[at] == index then
    list[at + 1] = list[at + 1] + 1
    return
  end
  if list[at] then
    list[at] = sum + list[at] - index
  end
  table.insert(list, at, 1)
  table.insert(list, at, index - sum)
end

-- A group is { day, names, desk, series, name or '', indexes, longest or -1 }.
local function count(group)
  local day, names = KEYS[group[1]], KEYS[group[2]]
  local desk, series, name, indexes, longest = group[3], group[4], group[5], group[6], group[7]
  local field = number_of(names, 'd', desk) .. ':' .. series
  local kept = redis.call('HGET', day, field)
  local list, first, base = kept and cmsgpack.unpack(kept) or {}, 1, 0
  if longest >= 0 then
    list[1], first = math.max(list[1] or 0, longest), 2
  end
  if name ~= '' then
    base = number_of(names, series, name) * 128
  end
  for _, index in ipairs(indexes) do
    add(list, first, base + index)
  end
  redis.call('HSET', day, field, cmsgpack.pack(list))
  redis.call('PEXPIRE', day, kept_for)
end

local counted = 0
for _, step in ipairs(steps) do
  local memory, conversation, number, groups = KEYS[step[1]], step[2], step[3], step[4]
  local last = redis.call('HGET', memory, conversation)
  if not last or tonumber(last) < number then
    for _, group in ipairs(groups) do
      count(group)
    end
    redis.call('HSET', memory, conversation, number)
    counted = counted + 1
  end
  redis.call('PEXPIRE', memory, known_for)
end
return { counted }
