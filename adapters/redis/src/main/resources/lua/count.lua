-- Counts steps of conversations, each once: a step is known by its number, and with it all earlier
-- ones of its conversation and day. So a repeat changes nothing, and a worker that comes late
-- neither. And says how many people were there in hours that are over: what was said before of the
-- same hours is no longer true.
-- Answers { how many were counted }.
--
-- A series says how often each index came up, in rising order: a negative number leaves so many
-- indexes out; any other one leaves `number % 4` out and says that the next came up
-- `number / 4 + 1` times. That of a measure begins with the longest length. It is kept as
-- MessagePack: one byte for most indexes. Names are numbers; one too many of a kind is number 0.
local steps = cjson.decode(ARGV[1])
local known_for, kept_for, name_max = ARGV[2], ARGV[3], cjson.decode(ARGV[4])
local attended = cjson.decode(ARGV[5])

local OTHER = 0
local NEAR = 4
local CODES = 128

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

local function unpacked(series, first)
  local indexes, times, index = {}, {}, -1
  for place = first, #series do
    local number = series[place]
    if number < 0 then
      index = index - number
    else
      index = index + 1 + number % NEAR
      table.insert(indexes, index)
      times[index] = math.floor(number / NEAR) + 1
    end
  end
  return indexes, times
end

local function packed(head, indexes, times)
  local series, last = head, -1
  for _, index in ipairs(indexes) do
    local left_out = index - last - 1
    if left_out >= NEAR then
      table.insert(series, -left_out)
      left_out = 0
    end
    table.insert(series, (times[index] - 1) * NEAR + left_out)
    last = index
  end
  return cmsgpack.pack(series)
end

-- Each series is unpacked once in a call, however many steps add to it.
local opened = {}

local function open(day, field, has_length)
  local name = day .. ' ' .. field
  if not opened[name] then
    local kept = redis.call('HGET', day, field)
    local series = kept and cmsgpack.unpack(kept) or {}
    local head = has_length and { series[1] or 0 } or {}
    local indexes, times = unpacked(series, #head + 1)
    opened[name] = { day = day, field = field, head = head, indexes = indexes, times = times }
  end
  return opened[name]
end

local function close_all()
  for _, series in pairs(opened) do
    table.sort(series.indexes)
    redis.call(
      'HSET', series.day, series.field, packed(series.head, series.indexes, series.times))
    redis.call('PEXPIRE', series.day, kept_for)
  end
end

-- A group is { day, names, desk, kind of series, name or '', indexes, longest or -1 }.
local function count(group)
  local day, names = KEYS[group[1]], KEYS[group[2]]
  local desk, kind, name, indexes, longest = group[3], group[4], group[5], group[6], group[7]
  local has_length, base = longest >= 0, 0
  local series = open(day, number_of(names, 'd', desk) .. ':' .. kind, has_length)
  if has_length then
    series.head[1] = math.max(series.head[1], longest)
  end
  if name ~= '' then
    base = number_of(names, kind, name) * CODES
  end
  for _, index in ipairs(indexes) do
    index = base + index
    if not series.times[index] then
      table.insert(series.indexes, index)
    end
    series.times[index] = (series.times[index] or 0) + 1
  end
end

-- A series of hour, time in which it was known who was there, time of all who were; in ms, in the
-- hours' order. One day is { day, names, desk, series }.
local function attend(one)
  local day, field = KEYS[one[1]], number_of(KEYS[one[2]], 'd', one[3]) .. ':a'
  local kept = redis.call('HGET', day, field)
  local series = kept and cmsgpack.unpack(kept) or {}
  local hours, times = {}, {}
  for _, said in ipairs({ series, one[4] }) do
    for place = 1, #said, 3 do
      if not times[said[place]] then
        table.insert(hours, said[place])
      end
      times[said[place]] = { said[place + 1], said[place + 2] }
    end
  end
  table.sort(hours)
  local all = {}
  for _, hour in ipairs(hours) do
    table.insert(all, hour)
    table.insert(all, times[hour][1])
    table.insert(all, times[hour][2])
  end
  redis.call('HSET', day, field, cmsgpack.pack(all))
  redis.call('PEXPIRE', day, kept_for)
end

for _, one in ipairs(attended) do
  attend(one)
end

local counted, last = 0, {}
for _, step in ipairs(steps) do
  local memory, conversation, number, groups = KEYS[step[1]], step[2], step[3], step[4]
  local known = memory .. ' ' .. conversation
  last[known] = last[known] or tonumber(redis.call('HGET', memory, conversation) or -1)
  if last[known] < number then
    for _, group in ipairs(groups) do
      count(group)
    end
    last[known] = number
    counted = counted + 1
  end
end
close_all()
for _, step in ipairs(steps) do
  local memory, conversation = KEYS[step[1]], step[2]
  redis.call('HSET', memory, conversation, last[memory .. ' ' .. conversation])
  redis.call('PEXPIRE', memory, known_for)
end
return { counted }
