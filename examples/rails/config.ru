require "bundler/setup"
require "rails"
require "active_record/railtie"
require "action_controller/railtie"
require "nokogiri"

# A whole Rails application in one file; the database comes from DATABASE_URL.
class Feeds < Rails::Application
  config.root = __dir__
  config.load_defaults 8.0
  config.eager_load = true
  config.hosts.clear
  config.time_zone = "Europe/Berlin"
  config.secret_key_base = ENV.fetch("SECRET_KEY_BASE")
  config.logger = ActiveSupport::Logger.new($stdout)
end

class Entry < ActiveRecord::Base
end

class EntriesController < ActionController::API
  def index
    render json: Entry.order(:title).limit(50)
  end

  def create
    feed = Nokogiri::XML(request.raw_post)
    titles = feed.xpath("//item/title").map { |title| { title: title.text.strip } }
    return head :unprocessable_entity if titles.empty?

    Entry.insert_all!(titles)
    render json: { entries: titles.length }, status: :created
  end
end

Feeds.initialize!
Feeds.routes.draw do
  get "/up", to: "rails/health#show"
  resources :entries, only: %i[index create]
end

run Feeds
